using System.Globalization;
using System.Resources;

namespace CodeAssist.Cli;

/// <summary>The texts of the tool in the user's language: <c>Resources/Texts.resx</c> and its translations.</summary>
internal static class Texts
{
    public static ResourceManager ResourceManager { get; } =
        new("CodeAssist.Cli.Resources.Texts", typeof(Texts).Assembly);

    /// <summary>The text of a key, with its arguments filled in.</summary>
    public static string Get(string key, params object?[] arguments)
    {
        var text = ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
        return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
    }

    /// <summary>A number of things in words: the text of <c>{key}One</c> or <c>{key}Many</c>.</summary>
    public static string Count(string key, int number) => Get(key + (number == 1 ? "One" : "Many"), number);

    /// <summary>A message on one line, whatever it came as.</summary>
    public static string OneLine(string message) =>
        Output.VisibleText.Of(string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
