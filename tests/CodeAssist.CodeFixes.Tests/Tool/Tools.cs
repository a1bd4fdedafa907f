using CodeAssist.CodeFixes.Tool;

namespace CodeAssist.CodeFixes.Tests.Tool;

/// <summary>Environments, locators and hosts for tests.</summary>
internal static class Tools
{
    /// <summary>A file that surely exists: fake launchers don't look at it.</summary>
    public static string SomeFile => typeof(Tools).Assembly.Location;

    /// <summary>An environment of the given variables and nothing else.</summary>
    public static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;

    /// <summary>A host of a tool that is named in the environment.</summary>
    public static ToolHost Host(IToolLauncher launcher, TimeSpan? handshake = null) =>
        new(new ToolLocator(Environment(("CODEASSIST_TOOL", SomeFile)), Path.GetTempPath()), launcher, handshake ?? TimeSpan.FromSeconds(60));
}
