using System.Globalization;
using System.Resources;

namespace CodeAssist.Eval;

/// <summary>The texts of this assembly in the user's language: <c>Resources/Messages.resx</c> and its translations.</summary>
internal static class Messages
{
    public static ResourceManager ResourceManager { get; } =
        new("CodeAssist.Eval.Resources.Messages", typeof(Messages).Assembly);

    /// <summary>The text of a key, with its arguments filled in.</summary>
    public static string Get(string key, params object?[] arguments)
    {
        var text = ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
        return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
    }
}
