using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class AnalyzeTests
{
    [Fact]
    public async Task A_finding_has_its_place_excerpt_carets_and_page_and_the_last_line_sums_up()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", Sources.Identical);
        var run = await Tool.RunAsync("analyze", file);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        var lines = run.Output.Split('\n');
        Assert.StartsWith(file + ":3:42: suggestion CDA1001: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("  3 |     public static bool Over(int left) => left + 1 > left + 1;", lines[2]);
        Assert.Equal("    |                                          ^^^^^^^^^^^^^^^^^^^", lines[3]);
        Assert.Contains("CDA1001.md", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("1 finding in 1 file of 1 project", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_contracts_shape()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", Sources.Identical);
        var run = await Tool.RunAsync("analyze", file, "--format", "json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["diagnostics", "summary"], run.Json.EnumerateObject().Select(property => property.Name));
        var finding = Assert.Single(run.Json.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(
            ["id", "severity", "file", "line", "column", "endLine", "endColumn", "message", "helpLink", "fingerprint"],
            finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("CDA1001", "suggestion", file), (finding.Text("id"), finding.Text("severity"), finding.Text("file")));
        Assert.Equal(
            (3, 42, 3, 61),
            (finding.Number("line"), finding.Number("column"), finding.Number("endLine"), finding.Number("endColumn")));
        Assert.Matches("^[0-9a-f]{64}$", finding.Text("fingerprint"));
        var summary = run.Json.GetProperty("summary");
        Assert.Equal(["projects", "files", "rules", "elapsedMs"], summary.EnumerateObject().Select(property => property.Name));
        Assert.Equal((1, 1), (summary.Number("projects"), summary.Number("files")));
    }

    [Fact]
    public async Task Nothing_found_is_exit_code_0()
    {
        using var scratch = new Scratch();
        var run = await Tool.RunAsync("analyze", scratch.Write("Clean.cs", "System.Console.WriteLine(1);\n"));
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("0 findings in 1 file", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_severity_leaves_the_milder_ones_out()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, (await Tool.RunAsync("analyze", scratch.Write("Ranges.cs", Sources.Identical), "--severity", "warning")).ExitCode);
    }

    [Fact]
    public async Task Suppressed_findings_are_not_reported()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", "#pragma warning disable CDA1001\n" + Sources.Identical);
        Assert.Equal(0, (await Tool.RunAsync("analyze", file)).ExitCode);
    }

    [Fact]
    public async Task The_compilers_and_other_analyzers_diagnostics_are_found_by_name()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", "class C\n{\n    int Open(bool x) { if (x) return 1; }\n}\n");
        var run = await Tool.RunAsync("analyze", file, "--diagnostic", "CS0161", "CA1822", "--format", "json");
        Assert.Equal(["CA1822", "CS0161"], run.Json.GetProperty("diagnostics").EnumerateArray().Select(finding => finding.Text("id")).Order());
    }

    [Fact]
    public async Task The_users_editorconfig_has_the_last_word()
    {
        using var scratch = new Scratch();
        scratch.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CDA1001.severity = error\n");
        var run = await Tool.RunAsync("analyze", scratch.Write("Ranges.cs", Sources.Identical), "--severity", "error", "--format", "json");
        Assert.Equal("error", Assert.Single(run.Json.GetProperty("diagnostics").EnumerateArray()).Text("severity"));
    }

    [Fact]
    public async Task A_folder_of_files_is_a_folder_of_programs()
    {
        using var scratch = new Scratch();
        scratch.Write("One.cs", "System.Console.WriteLine(\"one\");\n");
        scratch.Write("Two.cs", "System.Console.WriteLine(\"two\");\n");
        scratch.Write(Path.Combine("inner", "Ranges.cs"), Sources.Identical);
        scratch.Write(Path.Combine("bin", "Ranges.cs"), Sources.Identical);
        var run = await Tool.RunAsync("analyze", scratch.Folder, "--diagnostic", "CDA1001", "CS8802", "CS0101", "--format", "json");
        Assert.Equal("CDA1001", Assert.Single(run.Json.GetProperty("diagnostics").EnumerateArray()).Text("id"));
        Assert.Equal(3, run.Json.GetProperty("summary").Number("projects"));
    }

    [Fact]
    public async Task A_project_of_two_frameworks_reports_a_finding_once()
    {
        using var scratch = new Scratch();
        scratch.Write("Code.cs", Sources.Identical);
        var project = scratch.Write("App.csproj", Sources.Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>"));
        var run = await Tool.RunAsync("analyze", project, "--format", "json");
        Assert.Single(run.Json.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal((1, 1), (run.Json.GetProperty("summary").Number("projects"), run.Json.GetProperty("summary").Number("files")));
    }

    [Fact]
    public async Task A_framework_that_does_not_load_leaves_the_others()
    {
        using var scratch = new Scratch();
        scratch.Write("Code.cs", Sources.Identical);
        // An empty name before the first: a common slip where the list is put together of parts.
        var project = scratch.Write("App.csproj", Sources.Project("<TargetFrameworks>;net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>"));
        var run = await Tool.RunAsync("analyze", project, "--format", "json");
        Assert.True(run.ExitCode == 1, run.Error);
        Assert.Contains("App.csproj", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Json.GetProperty("diagnostics").EnumerateArray());
    }

    [Theory]
    [InlineData("All.slnx")]
    [InlineData("All.slnf")]
    [InlineData("")]
    public async Task Solutions_in_each_format_and_their_folder_are_read(string input)
    {
        using var scratch = new Scratch();
        scratch.WriteProject(Sources.Identical, "One");
        scratch.WriteProject(Sources.Identical, "Two");
        scratch.Write("All.slnx", "<Solution><Project Path=\"One/One.csproj\" /><Project Path=\"Two/Two.csproj\" /></Solution>");
        scratch.Write("All.slnf", """{ "solution": { "path": "All.slnx", "projects": [ "One/One.csproj" ] } }""");
        var run = await Tool.RunAsync("analyze", Path.Combine(scratch.Folder, input), "--format", "json");
        Assert.True(run.ExitCode == 1, run.Error);
        Assert.Equal(input == "All.slnf" ? 1 : 2, run.Json.GetProperty("summary").Number("projects"));
    }

    [Fact]
    public async Task A_file_based_program_has_its_language_usings_and_entry_point()
    {
        using var scratch = new Scratch();
        var file = scratch.Write(
            "app.cs",
            "#!/usr/bin/env dotnet\n#:property Nullable=disable\nstring none = null;\nvar names = new List<string> { \"a\" };\nConsole.WriteLine(names.Count() + (none is null ? 0 : 1));\nextension_();\nvoid extension_() { }\n");
        var run = await Tool.RunAsync("analyze", file, "--diagnostic", "CS0246", "CS0103", "CS1061", "CS8600", "CS8632", "CS8805", "CS5001", "CS9314", "CS1024", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    [Fact]
    public async Task An_interrupted_command_ends_with_130()
    {
        using var scratch = new Scratch();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var run = await Tool.RunAsync(source.Token, "analyze", scratch.Write("Ranges.cs", Sources.Identical));
        run.IsRefusal(130, "interrupted");
    }
}
