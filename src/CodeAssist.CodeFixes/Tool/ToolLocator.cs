using System.Globalization;
using System.Runtime.Serialization;
using CodeAssist.Repair.Evidence;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>
/// Finds the tool: <c>CODEASSIST_TOOL</c>, then the path <c>tool</c> in the user's
/// configuration, then the global tools folder. Nothing that lies in a repository is looked at.
/// </summary>
/// <param name="variable">The environment.</param>
/// <param name="home">The user's home folder.</param>
internal sealed class ToolLocator(Func<string, string?> variable, string home)
{
    private const string ToolVariable = "CODEASSIST_TOOL";

    private static bool OnWindows => Path.DirectorySeparatorChar == '\\';

    private string ConfigFile => OnWindows
        ? Path.Combine(variable("APPDATA") is { Length: > 0 } data ? data : Path.Combine(home, "AppData", "Roaming"), "CodeAssist", "config.json")
        : Path.Combine(variable("XDG_CONFIG_HOME") is { Length: > 0 } config && Path.IsPathRooted(config) ? config : Path.Combine(home, ".config"), "codeassist", "config.json");

    private string GlobalTool => Path.Combine(home, ".dotnet", "tools", OnWindows ? "codeassist.exe" : "codeassist");

    /// <summary>The tool's full path, or the reason why there is none.</summary>
    public (string? Path, string? Problem) Find()
    {
        if (variable(ToolVariable) is { Length: > 0 } named)
            return Check(ToolVariable, named);
        if (ConfiguredPath() is { Length: > 0 } configured)
            return Check(ConfigFile, configured);
        return File.Exists(GlobalTool) ? (GlobalTool, null) : (null, Messages.Get("ToolMissing"));
    }

    /// <summary>
    /// A text that changes when the answer may change: where the tool was named, and when the configuration and the
    /// tool were last written. Costs a few looks at the file system and starts nothing.
    /// </summary>
    public string Stamp()
    {
        var named = variable(ToolVariable);
        return string.Join("|", named, Written(named), Written(ConfigFile), Written(GlobalTool), variable("CODEASSIST_MODEL_FIXES"));
    }

    private static string Written(string? path)
    {
        try
        {
            return path is { Length: > 0 } && File.Exists(path) ? File.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture) : "-";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A path that cannot be looked at is as good as none.
            return "-";
        }
    }

    private static (string? Path, string? Problem) Check(string source, string path)
    {
        if (!Path.IsPathRooted(path))
            return (null, Messages.Get("ToolNotAbsolute", source, path));
        return File.Exists(path) ? (Path.GetFullPath(path), null) : (null, Messages.Get("ToolNotFound", source, path));
    }

    // The one key that concerns us; the rest is the tool's to read and to judge.
    private string? ConfiguredPath()
    {
        try
        {
            return File.Exists(ConfigFile) ? JsonText.Read<Config>(File.ReadAllText(ConfigFile))?.Tool : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read names no tool.
            return null;
        }
    }

    [DataContract]
    private sealed class Config
    {
        [DataMember(Name = "tool")]
        public string? Tool { get; set; }
    }
}
