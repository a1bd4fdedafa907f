using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Calls that reach out of the program: files, the network, the console, the environment, other threads.</summary>
internal static class OutwardCalls
{
    private static readonly string[] Types =
    [
        "System.IO.File.", "System.IO.FileInfo.", "System.IO.Directory.", "System.IO.DirectoryInfo.", "System.IO.FileStream.", "System.IO.StreamReader.", "System.IO.StreamWriter.",
        "System.IO.FileSystemWatcher.", "System.Net.", "System.Console.", "System.Environment.", "System.Diagnostics.", "System.Threading.Thread.", "System.Threading.ThreadPool.",
        "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.TaskFactory", "System.GC.", "System.Data.", "Microsoft.Win32.",
    ];

    /// <summary>Whether an effect is such a call.</summary>
    public static bool IsOutward(Effect effect) =>
        effect.Kind == EffectKinds.Call && Array.Exists(Types, type => Name(effect).StartsWith(type, StringComparison.Ordinal));

    /// <summary>Whether two effects are calls on the same type.</summary>
    public static bool AreOfOneType(Effect one, Effect other) =>
        one.Kind == EffectKinds.Call && other.Kind == EffectKinds.Call && TypeOf(one) == TypeOf(other);

    /// <summary>The simple name of the type that a call is made on.</summary>
    public static string SimpleTypeOf(Effect effect) => TypeOf(effect).Substring(TypeOf(effect).LastIndexOf('.') + 1);

    private static string Name(Effect effect) => effect.Text.StartsWith("new ", StringComparison.Ordinal) ? effect.Text.Substring(4) : effect.Text;

    private static string TypeOf(Effect effect)
    {
        var name = Name(effect);
        var end = name.IndexOfAny(['(', '<']);
        name = end < 0 ? name : name.Substring(0, end);
        return name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
    }
}
