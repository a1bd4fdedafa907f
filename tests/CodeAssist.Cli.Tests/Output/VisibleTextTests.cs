using CodeAssist.Cli.Output;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Output;

/// <summary>What source, file names and models say steers no terminal.</summary>
public class VisibleTextTests
{
    [Theory]
    [InlineData("plain\ttext\n中文 é", "plain\ttext\n中文 é")]
    [InlineData("\u001b[2J\u0007\u009b31m\r\0", "\uFFFD[2J\uFFFD\uFFFD31m\uFFFD\uFFFD")]
    [InlineData("a\u202Eb\u2066c\u200F", "a\uFFFDb\uFFFDc\uFFFD")]
    public void What_steers_is_replaced(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public async Task A_hostile_file_reaches_the_terminal_as_text()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var scratch = new Scratch();
        var file = scratch.Write("\u001b[31mred\u202E/N.cs", Sources.Identical.Replace("left", "left /*\u001b[2J\u202E*/", StringComparison.Ordinal));
        var analyze = await Tool.RunAsync("analyze", file);
        var prompt = await Tool.RunAsync("prompt", file, "--diagnostic", "CDA1001", "--line", "3");
        Assert.Contains("CDA1001", analyze.Output, StringComparison.Ordinal);
        Assert.Contains("flagged", prompt.Output, StringComparison.Ordinal);
        Assert.All([analyze.Output, prompt.Output], text =>
        {
            Assert.DoesNotContain('\u001b', text);
            Assert.DoesNotContain('\u202E', text);
        });
    }
}
