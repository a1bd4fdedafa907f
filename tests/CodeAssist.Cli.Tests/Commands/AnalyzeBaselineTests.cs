using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class AnalyzeBaselineTests
{
    private const string Twice =
        "public static class Ranges\n{\n    public static bool Over(int left) => left + 1 > left + 1;\n\n    public static bool Under(int right) => right + 1 < right + 1;\n}\n";

    [Fact]
    public async Task What_was_written_is_known_and_what_is_new_is_reported()
    {
        using var scratch = new Scratch();
        var file = scratch.Write(Path.Combine("src", "Ranges.cs"), Sources.Identical);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        var written = await Tool.RunAsync("analyze", file, "--baseline", baseline, "--update-baseline");
        Assert.True(written.ExitCode == 0, written.Error);
        Assert.Contains("1 finding in ", written.Error, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}\tCDA1001\tsrc/Ranges.cs\n$", await File.ReadAllTextAsync(baseline));

        var known = await Tool.RunAsync("analyze", file, "--baseline", baseline);
        Assert.Equal(0, known.ExitCode);
        Assert.Contains("1 finding known", known.Output, StringComparison.Ordinal);

        scratch.Write(Path.Combine("src", "Ranges.cs"), "\n\n" + Twice);
        var grown = await Tool.RunAsync("analyze", file, "--baseline", baseline, "--format", "json");
        Assert.Equal(1, grown.ExitCode);
        Assert.Equal(7, Assert.Single(grown.Json.GetProperty("diagnostics").EnumerateArray()).Number("line"));
    }

    [Fact]
    public async Task Equal_findings_make_equal_bytes_in_order_of_file_and_ID()
    {
        using var scratch = new Scratch();
        scratch.Write("b.cs", Twice);
        scratch.Write("a.cs", Sources.Swapped);
        scratch.Write("c.cs", Sources.Identical);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        await Tool.RunAsync("analyze", scratch.Folder, "--baseline", baseline, "--update-baseline");
        var first = await File.ReadAllBytesAsync(baseline);
        await Tool.RunAsync("analyze", scratch.Folder, "--baseline", baseline, "--update-baseline");
        Assert.Equal(first, await File.ReadAllBytesAsync(baseline));
        Assert.Equal(["a.cs", "b.cs", "b.cs", "c.cs"], (await File.ReadAllLinesAsync(baseline)).Select(line => line.Split('\t')[2]));
        Assert.Equal(["a.cs", "b.cs", "c.cs", "codeassist.baseline"], Directory.EnumerateFiles(scratch.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_drops_what_is_repaired_and_keeps_what_it_cannot_judge()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", Twice);
        scratch.Write("Other.cs", Sources.Identical);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        await Tool.RunAsync("analyze", scratch.Folder, "--baseline", baseline, "--update-baseline");
        var foreign = new string('a', 64) + "\tCS8602\tRanges.cs";
        var gone = new string('b', 64) + "\tCS8602\tGone.cs";
        await File.AppendAllTextAsync(baseline, foreign + "\n" + gone + "\n");

        scratch.Write("Ranges.cs", Sources.Identical);
        Assert.Equal(0, (await Tool.RunAsync("analyze", file, "--baseline", baseline, "--update-baseline")).ExitCode);
        var lines = await File.ReadAllLinesAsync(baseline);
        Assert.Equal(["CDA1001 Other.cs", "CDA1001 Ranges.cs", "CS8602 Ranges.cs"], lines.Select(line => string.Join(' ', line.Split('\t')[1..])));
        Assert.Contains(foreign, lines);
    }

    [Fact]
    public async Task Other_analyzers_and_the_compilers_findings_are_known_by_the_same_file()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Code.cs", "public class C\n{\n    public int Of(string? name)\n    {\n        return name.Length;\n    }\n}\n");
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "CA1822", "--baseline", baseline, "--update-baseline");
        Assert.Equal(["CA1822", "CS8602"], (await File.ReadAllLinesAsync(baseline)).Select(line => line.Split('\t')[1]));
        Assert.Equal(0, (await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "CA1822", "--baseline", baseline)).ExitCode);
        Assert.Equal(1, (await Tool.RunAsync("analyze", file, "--diagnostic", "CS8602", "CA1822")).ExitCode);
    }

    [Fact]
    public async Task A_projects_own_baseline_counts_and_an_update_of_it_loses_nothing()
    {
        using var scratch = new Scratch();
        scratch.Write("Code.cs", Sources.Identical);
        var project = scratch.Write("App.csproj", Sources.Project().Replace("</Project>", "<ItemGroup><AdditionalFiles Include=\"codeassist.baseline\" /></ItemGroup></Project>", StringComparison.Ordinal));
        var baseline = scratch.Write("codeassist.baseline", "");
        Assert.Equal(1, (await Tool.RunAsync("analyze", project)).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync("analyze", project, "--baseline", baseline, "--update-baseline")).ExitCode);
        var first = await File.ReadAllTextAsync(baseline);
        Assert.NotEmpty(first);
        Assert.Equal(0, (await Tool.RunAsync("analyze", project)).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync("analyze", project, "--baseline", baseline, "--update-baseline")).ExitCode);
        Assert.Equal(first, await File.ReadAllTextAsync(baseline));
    }

    [Fact]
    public async Task A_file_that_two_projects_compile_is_known_in_both()
    {
        using var scratch = new Scratch();
        scratch.WriteProject(Sources.Identical, "One");
        scratch.Write(
            Path.Combine("Two", "Two.csproj"),
            Sources.Project().Replace("</Project>", "<ItemGroup><Compile Include=\"../One/Code.cs\" /></ItemGroup></Project>", StringComparison.Ordinal));
        var solution = scratch.Write("All.slnx", "<Solution><Project Path=\"One/One.csproj\" /><Project Path=\"Two/Two.csproj\" /></Solution>");
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        await Tool.RunAsync("analyze", solution, "--baseline", baseline, "--update-baseline");
        Assert.Equal(0, (await Tool.RunAsync("analyze", solution, "--baseline", baseline, "--no-restore")).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync("analyze", Path.Combine(scratch.Folder, "Two"), "--baseline", baseline, "--no-restore")).ExitCode);
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_is_one_line_and_exit_code_2()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", Sources.Identical);
        var missing = Path.Combine(scratch.Folder, "missing.baseline");
        (await Tool.RunAsync("analyze", file, "--baseline", missing)).IsRefusal(2, "missing.baseline");
        (await Tool.RunAsync("analyze", file, "--baseline", scratch.Folder)).IsRefusal(2, scratch.Folder);
        (await Tool.RunAsync("analyze", file, "--update-baseline")).IsRefusal(2, "--baseline");
        var broken = scratch.Write("codeassist.baseline", new string('0', 64) + "\tCDA1001\ta.cs\n<<<<<<< HEAD\n");
        (await Tool.RunAsync("analyze", file, "--baseline", broken)).IsRefusal(2, broken, "line 2");
        (await Tool.RunAsync("analyze", file, "--baseline", broken, "--update-baseline")).IsRefusal(2, broken, "line 2");
        (await Tool.RunAsync("analyze", file, "--baseline", Path.Combine(scratch.Folder, "nowhere", "x.baseline"), "--update-baseline")).IsRefusal(2, "x.baseline");
    }
}
