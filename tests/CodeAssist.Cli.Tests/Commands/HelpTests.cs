namespace CodeAssist.Cli.Tests.Commands;

public class HelpTests
{
    [Fact]
    public async Task Help_lists_the_commands_that_exist_and_no_other()
    {
        var run = await Tool.RunAsync("--help");
        Assert.Equal(0, run.ExitCode);
        var commands = run.Output[run.Output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal(["analyze", "fix", "verify", "explain", "baseline", "eval", "inject", "prompt", "model", "cache", "doctor", "host"], commands);
    }

    [Theory]
    [InlineData]
    [InlineData("analyse", ".")]
    [InlineData("analyze")]
    [InlineData("analyze", ".", "--format", "xml")]
    [InlineData("analyze", ".", "--severity", "loud")]
    [InlineData("baseline")]
    [InlineData("explain", "CDA1001", "CDA1002")]
    [InlineData("fix", ".", "--rounds", "3")]
    [InlineData("fix", ".", "--rounds", "many")]
    [InlineData("fix", ".", "--candidates", "0")]
    [InlineData("fix", ".", "--candidates", "9")]
    [InlineData("fix", ".", "--diagnostic")]
    [InlineData("verify", ".", "--file", "A.cs")]
    [InlineData("prompt", ".", "--line", "1")]
    [InlineData("model")]
    [InlineData("model", "test")]
    [InlineData("model", "ad")]
    [InlineData("cache")]
    [InlineData("eval")]
    [InlineData("eval", "humaneval-cs")]
    [InlineData("inject", ".")]
    [InlineData("cache", "empty")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(params string[] args) => (await Tool.RunAsync(args)).IsRefusal(2, "--help");
}
