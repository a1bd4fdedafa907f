using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public sealed class InjectCommandTests : IDisposable
{
    private const string Packages = """
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
          <PackageReference Include="xunit" Version="2.9.3" />
          <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
          <ProjectReference Include="../App/App.csproj" />
        </ItemGroup>
        </Project>
        """;

    private readonly Scratch _scratch = new();

    private string Out => Path.Combine(_scratch.Folder, "suite");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_bug_is_planted_measured_and_repaired()
    {
        WriteTests("Assert.Equal(6, Boxes.Of(2, 3)); Assert.Equal(4, Boxes.Of(2, 2));");
        var run = await Tool.RunAsync("inject", TestProject, "--out", Out, "--count", "1", "--operator", "other-operator", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var planted = Assert.Single(run.Json.GetProperty("cases").EnumerateArray());
        Assert.Equal(("other-operator", "FailingTest", "App/Code.cs", 3), (planted.GetProperty("operator").GetString(), planted.GetProperty("diagnostic").GetString(), planted.GetProperty("file").GetString(), planted.GetProperty("line").GetInt32()));
        Assert.Equal("Tests.BoxTests.Area", planted.GetProperty("killedBy")[0].GetString());

        var measured = await Tool.RunAsync("eval", "project", "--data", Out, "--model", "reference", "--format", "json");
        Assert.True(measured.ExitCode == 0, measured.Output + measured.Error);
        Assert.Equal(("project", 1, 1.0), (measured.Json.GetProperty("suite").GetString(), measured.Json.GetProperty("tasks").GetInt32(), measured.Json.GetProperty("correct").GetDouble()));
        (await Tool.RunAsync("eval", "repair", "--data", Out, "--model", "reference")).IsRefusal(3, "eval project");
    }

    [Fact]
    public async Task Tests_that_fail_already_are_no_use()
    {
        WriteTests("Assert.Equal(7, Boxes.Of(2, 3));");
        (await Tool.RunAsync("inject", TestProject, "--out", Out)).IsRefusal(3, "Tests.BoxTests.Area");
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Code_without_tests_is_told() =>
        (await Tool.RunAsync("inject", _scratch.WriteProject(Sources.Identical), "--out", Out)).IsRefusal(3, "test");

    [Fact]
    public async Task Code_that_does_not_build_is_told() =>
        (await Tool.RunAsync("inject", _scratch.WriteProject("class C { int M() => x; }"), "--out", Out)).IsRefusal(3, "App.csproj", "CS0103");

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        _scratch.Write("suite/notes.txt", "mine");
        (await Tool.RunAsync("inject", _scratch.Folder, "--out", Out)).IsRefusal(2, "suite");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Out, "notes.txt")));
    }

    [Theory]
    [InlineData(3, "no/such/place")]
    [InlineData(3, "notes.txt")]
    [InlineData(2, ".", "--operator", "typo")]
    [InlineData(2, ".", "--count", "0")]
    public async Task Wrong_usage_is_told(int exitCode, string path, params string[] options)
    {
        var place = path == "notes.txt" ? _scratch.Write("notes.txt", "words") : path;
        (await Tool.RunAsync(["inject", place, "--out", Out, .. options])).IsRefusal(exitCode);
    }

    [Fact]
    public async Task A_suite_that_is_none_is_told() =>
        (await Tool.RunAsync("eval", "project", "--data", Repository.PathOf("samples", "repair-suite"), "--model", "reference")).IsRefusal(3, "eval repair");

    private string TestProject => Path.Combine(_scratch.Folder, "Tests", "Tests.csproj");

    private void WriteTests(string assertions)
    {
        _scratch.WriteProject("public static class Boxes\n{\n    public static int Of(int width, int height) => width * height;\n}\n");
        _scratch.Write("Tests/Tests.csproj", Sources.Project().Replace("</Project>", Packages, StringComparison.Ordinal));
        _scratch.Write("Tests/BoxTests.cs", $$"""
            namespace Tests;

            public class BoxTests
            {
                [Xunit.Fact]
                public void Area() { {{assertions.Replace("Assert", "Xunit.Assert", StringComparison.Ordinal)}} }
            }
            """);
    }
}
