using System.Reflection;

namespace CodeAssist.Cli;

/// <summary>The tool's own version.</summary>
internal static class ToolVersion
{
    /// <summary>The version as users know it, without the commit that it was built from.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
