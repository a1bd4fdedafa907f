using CodeAssist.Cli.Explaining;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Repair.Guides;
using CodeAssist.Testing;
using Spectre.Console;

namespace CodeAssist.Cli.Tests.Commands;

public class ExplainTests
{
    public static TheoryData<string> Ids => [.. RulePage.Ids];

    [Fact]
    public void The_tool_carries_the_page_of_every_rule() => Assert.Equal(OwnAnalyzers.Ids.Order(StringComparer.Ordinal), RulePage.Ids);

    [Fact]
    public async Task A_page_is_the_rules_page_as_it_is_where_nobody_looks()
    {
        var page = (await File.ReadAllTextAsync(Repository.PathOf("docs", "rules", "CDA1006.md"))).ReplaceLineEndings("\n").TrimEnd();
        foreach (var name in new[] { "CDA1006", "cda1006", "SwappedArguments" })
        {
            var run = await Tool.RunAsync("explain", name);
            Assert.Equal(0, run.ExitCode);
            Assert.Empty(run.Error);
            Assert.Equal(page, run.Output.TrimEnd());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_Chinese_page_says_in_Chinese_what_exists_in_Chinese_and_has_the_examples(string id)
    {
        var run = await Tool.RunAsync("zh-CN", CancellationToken.None, "explain", id);
        Assert.Equal(0, run.ExitCode);
        var english = RulePage.Find(id)!.Value.Page;
        Assert.Contains(RepairGuides.For(id).AdviceInChinese, run.Output, StringComparison.Ordinal);
        Assert.Contains(english.Section("Bad"), run.Output, StringComparison.Ordinal);
        Assert.Contains(english.Section("Good"), run.Output, StringComparison.Ordinal);
        Assert.Contains($"docs/rules/{id}.md", run.Output, StringComparison.Ordinal);
        Assert.Equal(english.Section("Options").Split('`').Count(part => part.StartsWith("codeassist.CDA", StringComparison.Ordinal)) > 0, run.Output.Contains("`codeassist.CDA", StringComparison.Ordinal));
        Assert.All(run.Output.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)), line => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", line));
        Assert.DoesNotContain("## \n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_ID_all_rules_are_listed()
    {
        var run = await Tool.RunAsync("explain");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(RulePage.Ids, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Contains("SwappedArguments", run.Output, StringComparison.Ordinal);
        Assert.Contains("实参", (await Tool.RunAsync("zh-CN", CancellationToken.None, "explain")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CS8602", "C#", "Handle the null case", "OnlyGain")]
    [InlineData("ca2000", "quality-rules/ca2000", "Dispose of the object", "OnlyGain")]
    [InlineData("S2259", "RSPEC-2259", "smallest change", "Within")]
    public async Task Of_other_diagnostics_it_says_what_is_known(string id, params string[] words)
    {
        var run = await Tool.RunAsync("explain", id);
        Assert.Equal(0, run.ExitCode);
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Something_is_known_of_every_diagnostic_that_gets_a_model_fix() =>
        Assert.All(ForeignPage.Ids, id => Assert.Contains("https://", ForeignPage.Of(id), StringComparison.Ordinal));

    [Fact]
    public async Task An_unknown_ID_is_exit_code_2_with_what_is_near()
    {
        (await Tool.RunAsync("explain", "CDA1060")).IsRefusal(2, "CDA1060", "Near: CDA10");
        (await Tool.RunAsync("explain", "SwapedArgument")).IsRefusal(2, "SwappedArguments");
        (await Tool.RunAsync("explain", "something-else-altogether")).IsRefusal(2, "codeassist explain");
        (await Tool.RunAsync("explain", "[red]")).IsRefusal(2, "[red]");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_page_is_laid_out_on_a_terminal(string id)
    {
        foreach (var page in new[] { RulePage.Find(id)!.Value.Page.Text, ChinesePage.Of(id, RulePage.Find(id)!.Value.Page) })
        {
            var writer = new StringWriter();
            MarkdownView.Write(
                AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Out = new AnsiConsoleOutput(writer) }), page);
            var text = System.Text.RegularExpressions.Regex.Replace(writer.ToString(), "\e\\[[0-9;]*m", "");
            Assert.Contains("\e[1", writer.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("```", text, StringComparison.Ordinal);
            Assert.DoesNotContain("|---", text, StringComparison.Ordinal);
            Assert.DoesNotContain("## ", text, StringComparison.Ordinal);
            Assert.Contains("╭", text, StringComparison.Ordinal);
            Assert.Contains(id + ":", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Code_is_shown_as_it_is()
    {
        var writer = new StringWriter();
        MarkdownView.Write(
            AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) }),
            "# A `b[0]` **c**\n```csharp\nvar x = y[0]; // [red] **\n```\n- see [page](https://example.com/a)\n");
        var lines = writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        Assert.Equal(["A b[0] c", "  var x = y[0]; // [red] **", "  • see page (https://example.com/a)"], lines);
    }
}
