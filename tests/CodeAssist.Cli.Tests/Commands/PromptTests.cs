using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class PromptTests
{
    [Fact]
    public async Task The_prompt_is_printed_with_its_tokens_redactions_and_files()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var run = await Tool.RunAsync("prompt", file, "--diagnostic", "CDA1006", "--line", "5");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith("--- system\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("--- user\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Area(height, width)", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"tokens: [1-9][0-9]* \(estimated; the budget is 2000\)\nredactions: 0\nfiles: .*Boxes\.cs\n$", run.Output);
    }

    [Fact]
    public async Task Secrets_are_printed_as_they_would_be_sent()
    {
        using var scratch = new Scratch();
        var secret = "ghp_" + string.Concat(Enumerable.Repeat("aB3xY9", 6));
        var file = scratch.Write("Boxes.cs", Sources.Swapped.Replace("=> Area(height, width)", $"=> Area(height, width) + \"{secret}\".Length", StringComparison.Ordinal));
        var run = await Tool.RunAsync("prompt", file, "--diagnostic", "CDA1006", "--line", "5");
        Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal);
        Assert.Contains("redactions: 1\n  CODEASSIST_SECRET_1  github-token\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_several_files_needs_the_files_name()
    {
        using var scratch = new Scratch();
        scratch.Write("Boxes.cs", Sources.Swapped);
        scratch.Write("Ranges.cs", Sources.Identical);
        (await Tool.RunAsync("prompt", scratch.Folder, "--diagnostic", "CDA1006", "--line", "5")).IsRefusal(2, "--file");
        Assert.Equal(0, (await Tool.RunAsync("prompt", scratch.Folder, "--diagnostic", "CDA1006", "--line", "5", "--file", "Boxes.cs")).ExitCode);
    }

    [Fact]
    public async Task What_the_repository_keeps_out_is_said()
    {
        using var scratch = new Scratch();
        scratch.Write(".editorconfig", "root = true\n[*.cs]\ncodeassist.exclude = true\n");
        var run = await Tool.RunAsync("prompt", scratch.Write("Boxes.cs", Sources.Swapped), "--diagnostic", "CDA1006", "--line", "5");
        Assert.Contains("codeassist.exclude", run.Error, StringComparison.Ordinal);
    }
}
