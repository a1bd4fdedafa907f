using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class VerifyTests
{
    private static readonly string Repaired = Sources.Swapped.Replace("(height, width)", "(width, height)", StringComparison.Ordinal);

    [Fact]
    public async Task A_good_edit_is_accepted()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var edit = scratch.Write("edit.txt", Repaired);
        var run = await Tool.RunAsync("verify", file, "--file", file, "--edit", edit, "--diagnostic", "CDA1006", "--line", "5", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(["verdict", "checks"], run.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("accepted", run.Json.Text("verdict"));
        var checks = run.Json.GetProperty("checks").EnumerateArray().ToList();
        Assert.All(checks, check => Assert.Equal(["name", "outcome", "reason", "elapsedMs"], check.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("skipped", checks.Single(check => check.Text("name") == "reply").Text("outcome"));
        Assert.Equal("passed", checks.Single(check => check.Text("name") == "target").Text("outcome"));
        Assert.Equal(Sources.Swapped, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task An_edit_that_leaves_the_diagnostic_is_rejected_by_target()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject(Sources.Swapped);
        var edit = scratch.Write("edit.txt", Sources.Swapped.Replace("Area(height, width);", "(Area(height, width));", StringComparison.Ordinal));
        var run = await Tool.RunAsync("verify", project, "--file", "Code.cs", "--edit", edit, "--diagnostic", "CDA1006", "--line", "5", "--format", "json");
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Equal("rejected", run.Json.Text("verdict"));
        Assert.Equal("target", run.Json.GetProperty("checks").EnumerateArray().Last().Text("name"));
    }

    [Fact]
    public async Task An_edit_that_does_not_compile_is_rejected_by_compile_and_text_says_so()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var edit = scratch.Write("edit.txt", Sources.Swapped.Replace("Area(height, width)", "Area(width, breadth)", StringComparison.Ordinal));
        var run = await Tool.RunAsync("verify", file, "--file", file, "--edit", edit);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"\ncompile +failed  .*CS0103.*\nrejected\n$", run.Output);
    }

    [Fact]
    public async Task Without_a_diagnostic_target_is_skipped()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var run = await Tool.RunAsync("verify", file, "--file", file, "--edit", scratch.Write("edit.txt", Repaired), "--format", "json");
        Assert.Equal("skipped", run.Json.GetProperty("checks").EnumerateArray().Single(check => check.Text("name") == "target").Text("outcome"));
    }

    [Fact]
    public async Task What_does_not_fit_together_is_refused()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var other = scratch.Write("Other.txt", Repaired);
        (await Tool.RunAsync("verify", file, "--file", file, "--edit", "missing.cs")).IsRefusal(3, "missing.cs");
        (await Tool.RunAsync("verify", file, "--file", "missing.cs", "--edit", other)).IsRefusal(3, "missing.cs");
        (await Tool.RunAsync("verify", file, "--file", other, "--edit", other)).IsRefusal(2, other);
        (await Tool.RunAsync("verify", file, "--file", file, "--edit", other, "--diagnostic", "CDA1006")).IsRefusal(2, "--line");
        (await Tool.RunAsync("verify", file, "--file", file, "--edit", other, "--diagnostic", "CDA1006", "--line", "1")).IsRefusal(2, "CDA1006", ": 5");
        (await Tool.RunAsync("verify", file, "--file", file, "--edit", other, "--diagnostic", "CDA1001", "--line", "5")).IsRefusal(2, "CDA1001");
    }
}
