using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;
using CodeAssist.Eval.Training;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>What is made of results afterwards: a page, and examples to train on.</summary>
public sealed class EvalReportTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Models_stand_side_by_side()
    {
        var page = await PageAsync(
            Results("small", Attempt("a", correct: true), Attempt("b", correct: false, check: "compile", offered: false)),
            Results("large+1", Attempt("a", correct: true), Attempt("b", correct: true, rounds: 1, rejections: ["behaviour"]) with { PromptTokens = 300, CompletionTokens = 100, ModelMs = 3000 }));

        var rates = Table(page, "The three rates");
        Assert.Equal(["small", "2", "1", "100.0 %34.2 % – 100.0 %", "50.0 %9.5 % – 90.5 %", "50.0 %9.5 % – 90.5 %", "50.0 %9.5 % – 90.5 %"], rates[1]);
        Assert.Equal("100.0 %34.2 % – 100.0 %", rates[2][5]);
        Assert.Equal(["category", "tasks", "small", "large+1"], Table(page, "Correct, by category")[0]);
        Assert.Equal(["large+1", "300", "100", "200", "3.00 s", "1.50 s"], Table(page, "Tokens and time")[2]);
        Assert.Equal(["large+1", "1", "1", "1", "100.0 %34.2 % – 100.0 %"], Table(page, "What each feedback round")[^1]);
        Assert.Equal(["not offered: compile", "1", "0"], Table(page, "Where attempts ended")[1]);
        Assert.Equal(["behaviour", "0", "1"], Table(page, "Candidates that each check")[1]);
        Assert.Equal(2, page.Descendants().Count(element => element.Name.LocalName == "svg"));
    }

    [Fact]
    public async Task A_false_accept_is_shown_with_its_diff_and_stays_text()
    {
        var page = await PageAsync(Results("m", Attempt("a", correct: false, check: "Failed") with { Shown = "--- a/A.cs\n+++ b/A.cs\n@@ -1 +1 @@\n-ok\n+</pre><script>alert(1)</script>", Reason = "<i>no</i>" }));

        Assert.Equal("m: a", page.Descendants("article").Single().Element("h4")!.Value);
        Assert.Equal("+</pre><script>alert(1)</script>", page.Descendants("span").Single(span => span.Attribute("class")?.Value == "added").Value);
        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("i"));
    }

    [Fact]
    public async Task A_run_that_was_interrupted_says_what_is_missing()
    {
        var file = Results("m", Attempt("a", correct: true));
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"tasks\":1", "\"tasks\":5", StringComparison.Ordinal));

        var rates = Table(await PageAsync(file), "The three rates");

        Assert.Equal(("not done yet", "4"), (rates[0][^1], rates[1][^1]));
    }

    [Fact]
    public async Task It_speaks_the_users_language()
    {
        var report = Path.Combine(_scratch.Folder, "report.html");

        await Tool.RunAsync("zh-Hans", CancellationToken.None, "eval", "report", Results("m", Attempt("a", correct: true)), "--report", report);

        Assert.Contains("三个比率", File.ReadAllText(report), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hans\">", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_no_results_is_named() =>
        (await Tool.RunAsync("eval", "report", _scratch.Write("other.jsonl", "{\"task\":1}\n"), "--report", Path.Combine(_scratch.Folder, "r.html"))).IsRefusal(3, "other.jsonl");

    [Fact]
    public async Task A_page_that_cannot_be_written_is_told_before_the_work() =>
        (await Tool.RunAsync("eval", "report", "no-such-results.jsonl", "--report", Path.Combine(_scratch.Folder, "nowhere", "r.html"))).IsRefusal(2, "nowhere");

    [Fact]
    public async Task Examples_are_exported_once_each_and_only_of_correct_fixes()
    {
        IReadOnlyList<TrainingMessage> example = [new("system", "s"), new("user", "\u4f60 <u>"), new("assistant", "```csharp\nx\n```")];
        var results = Results(
            "m",
            Attempt("a", correct: true) with { Training = example }, Attempt("b", correct: true) with { Training = example },
            Attempt("c", correct: true), Attempt("d", correct: false) with { Training = [new("user", "wrong")] });
        var file = Path.Combine(_scratch.Folder, "train.jsonl");

        var run = await Tool.RunAsync("eval", "export", results, "--format", "chatml", "--out", file);

        Assert.Equal((0, "note: 1 examples of 3 correct fixes written to " + file + "\n"), (run.ExitCode, run.Error));
        var line = Assert.Single(File.ReadAllLines(file));
        Assert.Equal("{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"\u4f60 <u>\"},{\"role\":\"assistant\",\"content\":\"```csharp\\nx\\n```\"}]}", line);
    }

    [Fact]
    public async Task Without_the_users_say_there_is_no_text_to_export()
    {
        var file = Path.Combine(_scratch.Folder, "train.jsonl");

        (await Tool.RunAsync("eval", "export", Results("m", Attempt("a", correct: true)), "--out", file)).IsRefusal(3, "--keep-text");

        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Text_is_kept_where_it_was_asked_for_and_can_be()
    {
        (await Tool.RunAsync("eval", "humaneval-cs", "--data", "x", "--model", "nothing", "--keep-text", "--out", "x")).IsRefusal(2, "--keep-text", "repair");
        (await Tool.RunAsync("eval", "repair", "--data", "x", "--model", "builtin", "--keep-text")).IsRefusal(2, "--keep-text", "--out");
    }

    private async Task<XElement> PageAsync(params string[] results)
    {
        var report = Path.Combine(_scratch.Folder, "report.html");
        var run = await Tool.RunAsync(["eval", "report", .. results, "--report", report]);
        Assert.True(run.ExitCode == 0, run.Error);
        return XDocument.Parse(File.ReadAllText(report, Encoding.UTF8)).Root!;
    }

    private static List<List<string>> Table(XElement page, string caption) =>
        [.. page.Descendants("table").First(table => table.Element("caption")!.Value.StartsWith(caption, StringComparison.Ordinal)).Descendants("tr")
            .Select(row => row.Elements().Select(cell => cell.Value).ToList())];

    private string Results(string model, params Attempt[] attempts)
    {
        var file = Path.Combine(_scratch.Folder, $"{model}.jsonl");
        using var results = ResultsFile.Open(file, "repair", model);
        results.Add(new RunScope(attempts.Length, 1, []));
        foreach (var attempt in attempts)
            results.Add(attempt);
        return file;
    }

    private static Attempt Attempt(string task, bool correct, string check = "", bool offered = true, int rounds = 0, string[]? rejections = null) => new()
    {
        Task = task, Category = "correctness", Sample = 0, Answered = true, Offered = offered, Correct = correct, Check = check, Rounds = rounds, Rejections = rejections ?? [],
    };
}
