using System.Diagnostics;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class VerifyDiffTests
{
    private const string Diff =
        """
        --- a/Boxes.cs
        +++ b/Boxes.cs
        @@ -2,5 +2,5 @@
         {
             public static int Area(int width, int height) => width * 2 + height;
         
        -    public static int Of(int width, int height) => Area(height, width);
        +    public static int Of(int width, int height) => Area(width, height);
         }

        """;

    [Fact]
    public async Task A_diff_is_judged_like_an_edit_and_names_the_member_it_touches()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var run = await Tool.RunAsync(
            "verify", file, "--diff", scratch.Write("edit.diff", Diff), "--diagnostic", "CDA1006", "--line", "5", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal("accepted", run.Json.Text("verdict"));
        Assert.Equal("Of", run.Json.Text("member"));
        Assert.Equal(file, run.Json.Text("file"));
    }

    [Fact]
    public async Task A_file_of_crlf_lines_and_one_without_a_last_line_feed_keep_what_they_have()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal));
        var lines = Diff.TrimEnd('\n').Split('\n');
        var git = string.Join("\n", lines.Take(3)) + "\n" + string.Join("\r\n", lines.Skip(3)) + "\n\\ No newline at end of file\n";
        var accepted = await Tool.RunAsync("verify", file, "--diff", scratch.Write("git.diff", git));
        Assert.True(accepted.ExitCode == 0, accepted.Output + accepted.Error);
        Assert.Contains(file + ": Of\n", accepted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_git_writes_is_understood()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("src/Boxes.cs", Sources.Swapped);
        var root = Path.GetDirectoryName(Path.GetDirectoryName(file)!)!;
        await GitAsync(root, "init", "-q");
        await GitAsync(root, "add", ".");
        await File.WriteAllTextAsync(file, Sources.Swapped.Replace("Area(height, width)", "Area(width, breadth)", StringComparison.Ordinal));
        var diff = scratch.Write("edit.diff", await GitAsync(root, "diff"));
        await File.WriteAllTextAsync(file, Sources.Swapped);
        var run = await Tool.RunAsync("verify", file, "--diff", diff, "--format", "json");
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Equal("compile", run.Json.GetProperty("checks").EnumerateArray().Last().Text("name"));
    }

    [Fact]
    public async Task What_cannot_be_judged_is_refused_with_the_reason()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        await RefusedAsync(Diff.Replace("width * 2 + height", "width * 3 + height", StringComparison.Ordinal), "does not fit", "line 3");
        await RefusedAsync(Diff.Replace("@@ -2,5 +2,5 @@", "@@ -1,5 +1,5 @@", StringComparison.Ordinal), "does not fit", "line 1");
        await RefusedAsync(Diff.Replace("-2,5", "-2,9", StringComparison.Ordinal), "@@ -2,9 +2,5 @@");
        await RefusedAsync("rename from Boxes.cs\nrename to Crates.cs\n" + Diff, "rename from Boxes.cs");
        await RefusedAsync(Diff.Replace("--- a/Boxes.cs", "--- /dev/null", StringComparison.Ordinal), "/dev/null");
        await RefusedAsync(Diff + Diff.Replace("Boxes.cs", "Crates.cs", StringComparison.Ordinal), "several", "Crates.cs");
        await RefusedAsync(Diff.Replace("Boxes.cs", "Crates.cs", StringComparison.Ordinal), "Crates.cs");
        await RefusedAsync("no diff\n", "no lines");
        (await Tool.RunAsync("verify", file, "--file", file)).IsRefusal(2, "--diff");

        async Task RefusedAsync(string diff, params string[] words) =>
            (await Tool.RunAsync("verify", file, "--diff", scratch.Write("edit.diff", diff))).IsRefusal(2, words);
    }

    private static async Task<string> GitAsync(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.autocrlf=false", .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
