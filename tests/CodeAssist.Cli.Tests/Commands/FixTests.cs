using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class FixTests
{
    [Fact]
    public async Task A_dry_run_shows_the_checked_diff_and_the_checks_and_writes_nothing()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var run = await Tool.RunAsync("fix", file);
        Assert.True(run.ExitCode == 1, run.Error);
        Assert.Contains("\n-    public static int Of(int width, int height) => Area(height, width);\n+    public static int Of(int width, int height) => Area(width, height);\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("offered by builtin:", run.Output, StringComparison.Ordinal);
        Assert.Matches("checked: .*parse, scope, policy, compile, target, analyzers, behaviour", run.Output);
        Assert.Contains("1 finding in 1 file: 1 offered, 0 applied, 0 not offered, 0 failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("--apply", run.Output, StringComparison.Ordinal);
        Assert.Equal(Sources.Swapped, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_is_not_offered_is_told_with_its_reason()
    {
        using var scratch = new Scratch();
        var run = await Tool.RunAsync("fix", scratch.Write("Ranges.cs", Sources.Identical));
        Assert.Equal(1, run.ExitCode);
        Assert.Matches("not offered: .*CDA1001", run.Output);
        Assert.DoesNotContain("--apply", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_writes_and_a_second_run_finds_nothing_again()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject(Sources.SwappedTwice);
        var run = await Tool.RunAsync("fix", project, "--apply");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(
            Sources.SwappedTwice.Replace("(height, width)", "(width, height)", StringComparison.Ordinal),
            await File.ReadAllTextAsync(Path.Combine(scratch.Folder, "App", "Code.cs")));
        Assert.Contains("2 applied", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(scratch.Folder, "App"), "*.tmp"));
        Assert.Equal(0, (await Tool.RunAsync("fix", project, "--apply", "--no-restore")).ExitCode);
    }

    [Fact]
    public async Task Apply_with_findings_that_remain_is_exit_code_1()
    {
        using var scratch = new Scratch();
        scratch.Write("Boxes.cs", Sources.Swapped);
        scratch.Write("Ranges.cs", Sources.Identical);
        var run = await Tool.RunAsync("fix", scratch.Folder, "--apply");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 findings in 2 files: 0 offered, 1 applied, 1 not offered, 0 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_contracts_shape_and_positions_of_the_original_text()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.SwappedTwice);
        var run = await Tool.RunAsync("fix", file, "--format", "json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["findings", "summary"], run.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["found", "offered", "applied", "abstained", "failed"], run.Json.GetProperty("summary").EnumerateObject().Select(property => property.Name));
        var findings = run.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding =>
        {
            Assert.Equal(
                ["id", "file", "line", "message", "outcome", "proposer", "model", "reason", "edits", "checks"],
                finding.EnumerateObject().Select(property => property.Name));
            Assert.Equal(("CDA1006", file, 5), (finding.Text("id"), finding.Text("file"), finding.Number("line")));
            Assert.Equal(("offered", "builtin"), (finding.Text("outcome"), finding.Text("proposer")));
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (finding.GetProperty("model").ValueKind, finding.GetProperty("reason").ValueKind));
            Assert.All(finding.GetProperty("checks").EnumerateArray(), check =>
            {
                Assert.Equal(["name", "outcome", "reason", "elapsedMs"], check.EnumerateObject().Select(property => property.Name));
                Assert.Contains(check.Text("outcome"), new[] { "passed", "skipped" });
            });
        });
        Assert.Equal(
            Sources.SwappedTwice.Replace("(height, width)", "(width, height)", StringComparison.Ordinal),
            Edited(Sources.SwappedTwice, findings.SelectMany(finding => finding.GetProperty("edits").EnumerateArray())));
    }

    public static TheoryData<string, bool, string> Formats => new()
    {
        { "\n", false, "    " },
        { "\r\n", false, "    " },
        { "\r\n", true, "\t" },
        { "\n", true, "\t" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Line_endings_byte_order_mark_and_tabs_stay(string lineEnding, bool mark, string indent)
    {
        using var scratch = new Scratch();
        var text = "// 全角\n" + Sources.Swapped.Replace("    ", indent, StringComparison.Ordinal);
        var bytes = Bytes(text);
        var file = Path.Combine(scratch.Folder, "Boxes.cs");
        await File.WriteAllBytesAsync(file, bytes);
        var run = await Tool.RunAsync("fix", file, "--apply");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(Bytes(text.Replace("(height, width)", "(width, height)", StringComparison.Ordinal)), await File.ReadAllBytesAsync(file));

        byte[] Bytes(string source) => [.. mark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(source.ReplaceLineEndings(lineEnding))];
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_patch_is_what_git_applies(string lineEnding, bool mark, string indent)
    {
        using var scratch = new Scratch();
        var text = Sources.Swapped.Replace("    ", indent, StringComparison.Ordinal).ReplaceLineEndings(lineEnding);
        var folder = Directory.CreateDirectory(Path.Combine(scratch.Folder, "a folder", "全角"));
        var file = Path.Combine(folder.FullName, "Boxes.cs");
        // The last line without its ending: that, too, has a way to be said.
        var bytes = (byte[])[.. mark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text.TrimEnd())];
        await File.WriteAllBytesAsync(file, bytes);
        var copy = Path.Combine(scratch.Folder, "copy.cs");
        File.Copy(file, copy);
        await GitAsync(scratch.Folder, "init", "--quiet");
        await GitAsync(scratch.Folder, "config", "core.autocrlf", "false");

        var patch = Path.Combine(scratch.Folder, "fix.patch");
        var run = await Tool.RunAsync("fix", folder.FullName, "--patch", patch);
        Assert.True(run.ExitCode == 1, run.Error);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        await GitAsync(scratch.Folder, "apply", patch);
        var patched = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes);
        await Tool.RunAsync("fix", folder.FullName, "--apply");
        Assert.Equal(patched, await File.ReadAllBytesAsync(file));
        Assert.NotEqual(bytes, patched);
    }

    [Fact]
    public async Task A_file_whose_bytes_do_not_survive_is_never_written()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder, "Boxes.cs");
        byte[] bytes = [.. "// "u8, 0xC8, 0xAB, 0xBD, 0xC7, (byte)'\n', .. Encoding.UTF8.GetBytes(Sources.Swapped)];
        await File.WriteAllBytesAsync(file, bytes);
        var run = await Tool.RunAsync("fix", file, "--apply", "--format", "json");
        Assert.Equal(1, run.ExitCode);
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("abstained", finding.Text("outcome"));
        Assert.Contains("UTF-8", finding.Text("reason"), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_read_only_file_is_left_alone()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        File.SetAttributes(file, FileAttributes.ReadOnly);
        var run = await Tool.RunAsync("fix", file, "--apply", "--format", "json");
        File.SetAttributes(file, FileAttributes.Normal);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Json.GetProperty("summary").Number("failed"));
        Assert.Equal(Sources.Swapped, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_file_of_two_frameworks_and_of_two_projects_is_repaired_once()
    {
        using var scratch = new Scratch();
        scratch.Write(Path.Combine("One", "Code.cs"), Sources.Swapped);
        scratch.Write(Path.Combine("One", "One.csproj"), Sources.Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>"));
        scratch.Write(Path.Combine("Two", "Two.csproj"), Sources.Project().Replace("</Project>", "<ItemGroup><Compile Include=\"../One/Code.cs\" /></ItemGroup></Project>", StringComparison.Ordinal));
        scratch.Write("All.slnx", "<Solution><Project Path=\"One/One.csproj\" /><Project Path=\"Two/Two.csproj\" /></Solution>");
        var run = await Tool.RunAsync("fix", scratch.Folder, "--apply", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(1, run.Json.GetProperty("summary").Number("applied"));
        Assert.Contains("Area(width, height)", await File.ReadAllTextAsync(Path.Combine(scratch.Folder, "One", "Code.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_is_a_line_for_each_attempt_without_source()
    {
        using var scratch = new Scratch();
        var evidence = Path.Combine(scratch.Folder, "evidence.jsonl");
        var file = scratch.Write("Boxes.cs", Sources.SwappedTwice);
        await Tool.RunAsync("fix", file, "--evidence", evidence);
        var lines = await File.ReadAllLinesAsync(evidence);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line =>
        {
            var record = JsonDocument.Parse(line).RootElement;
            Assert.Equal(("CDA1006", file, "builtin"), (record.Text("id"), record.Text("file"), record.Text("proposer")));
            Assert.True(record.GetProperty("accepted").GetBoolean());
            Assert.Contains(record.GetProperty("checks").EnumerateArray(), check => check.Text("name") == "compile");
            Assert.DoesNotContain("Area", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_interrupted_run_writes_nothing_more_and_ends_with_130()
    {
        using var scratch = new Scratch();
        using var source = new CancellationTokenSource();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        await source.CancelAsync();
        var run = await Tool.RunAsync(source.Token, "fix", file, "--apply");
        Assert.Equal(130, run.ExitCode);
        Assert.Equal(Sources.Swapped, await File.ReadAllTextAsync(file));
    }

    private static string Edited(string text, IEnumerable<JsonElement> edits)
    {
        var source = Microsoft.CodeAnalysis.Text.SourceText.From(text);
        return source.WithChanges(edits.Select(edit => new Microsoft.CodeAnalysis.Text.TextChange(
            source.Lines.GetTextSpan(new Microsoft.CodeAnalysis.Text.LinePositionSpan(
                new(edit.Number("startLine") - 1, edit.Number("startColumn") - 1), new(edit.Number("endLine") - 1, edit.Number("endColumn") - 1))),
            edit.Text("newText")!))).ToString();
    }

    private static async Task GitAsync(string folder, params string[] args)
    {
        using var git = Process.Start(new ProcessStartInfo("git", args) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var error = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.True(git.ExitCode == 0, error);
    }
}
