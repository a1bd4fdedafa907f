using CodeAssist.CodeFixes.Tool;
using CodeAssist.Testing;

namespace CodeAssist.CodeFixes.Tests.Tool;

public sealed class ToolLocatorTests : IDisposable
{
    private readonly Scratch _home = new();
    private readonly string _configured;
    private readonly string _global;

    public ToolLocatorTests()
    {
        _configured = _home.Write("somewhere/codeassist", "");
        _global = Path.Combine(_home.Folder, ".dotnet", "tools", OperatingSystem.IsWindows() ? "codeassist.exe" : "codeassist");
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Without_any_there_is_none() => Assert.Null(Locator().Find().Path);

    [Fact]
    public void The_global_tool_is_found()
    {
        Install();
        Assert.Equal(_global, Locator().Find().Path);
    }

    [Fact]
    public void The_configured_path_beats_the_global_tool()
    {
        Install();
        Configure($$"""{ "modelFixes": true, "tool": "{{_configured.Replace("\\", "\\\\")}}", "profiles": { "x": { "kind": "ollama" } } }""");
        Assert.Equal(_configured, Locator().Find().Path);
    }

    [Fact]
    public void The_environment_beats_the_configured_path()
    {
        Configure($$"""{ "tool": "{{_global.Replace("\\", "\\\\")}}" }""");
        Assert.Equal(_configured, Locator(("CODEASSIST_TOOL", _configured)).Find().Path);
    }

    [Fact]
    public void A_relative_path_could_lead_into_the_repository_and_is_refused()
    {
        var (path, problem) = Locator(("CODEASSIST_TOOL", "tools/codeassist")).Find();
        Assert.Null(path);
        Assert.Contains("CODEASSIST_TOOL", problem);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_said_and_not_passed_over()
    {
        Install();
        var (path, problem) = Locator(("CODEASSIST_TOOL", Path.Combine(_home.Folder, "gone"))).Find();
        Assert.Null(path);
        Assert.Contains("gone", problem);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("""{ "tool": { "path": 1 } }""")]
    public void A_broken_configuration_names_no_tool(string text)
    {
        Configure(text);
        Assert.Null(Locator().Find().Path);
    }

    [Fact]
    public void The_stamp_changes_with_the_configuration()
    {
        var before = Locator().Stamp();
        Configure("{}");
        Assert.NotEqual(before, Locator().Stamp());
    }

    private ToolLocator Locator(params (string, string)[] variables) => new(
        Tools.Environment([.. variables, ("APPDATA", Path.Combine(_home.Folder, "roaming"))]), _home.Folder);

    private void Install() => _home.Write(Path.GetRelativePath(_home.Folder, _global), "");

    private void Configure(string text) =>
        _home.Write(OperatingSystem.IsWindows() ? "roaming/CodeAssist/config.json" : ".config/codeassist/config.json", text);
}
