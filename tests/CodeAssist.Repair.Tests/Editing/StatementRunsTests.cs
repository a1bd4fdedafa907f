using CodeAssist.Repair.Context;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Editing;

/// <summary>A member that is too long to be rewritten as a whole shrinks to statements around the flagged one, and only these may change.</summary>
public class StatementRunsTests
{
    private const string Flagged = "_customer.ToUpperInvariant()";
    private const string Repaired = "(_customer?.ToUpperInvariant() ?? \"\")";

    private const string Loop = """
                foreach (var part in new[] { 1, 2 })
                {
                    // What the customer reads.
                    var text = part + ": " + _customer.ToUpperInvariant();
                    lines += text.Length;
                }

        """;

    private static string Many(int count, string indentation = "        ") =>
        string.Concat(Enumerable.Range(1, count).Select(number => $"{indentation}lines += {number}; // step {number}\n"));

    private static string Long(string body, string header = "public int Heading(int number)") =>
        "using System;\n\nclass Invoice\n{\n    private string? _customer;\n    public void For(string? customer) => _customer = customer;\n\n    " + header + "\n    {\n        var lines = 0;\n"
        + body + "        return lines;\n    }\n}\n";

    // Replies what was asked for, with a change.
    private static string Shown(ModelRequest request)
    {
        var text = request.Messages[^1].Text;
        var start = text.IndexOf("```csharp\n", StringComparison.Ordinal) + 10;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static async Task<(RepairOutcome Outcome, IReadOnlyList<ModelRequest> Requests)> RepairAsync(
        string source, Func<string, string> reply, string id = "CS8602", int promptTokens = 4000)
    {
        var model = new Replying(request => ScriptedModel.Fenced(reply(Shown(request)))) { PromptTokens = promptTokens };
        var outcome = await RepairVerifier.RepairAsync(source, id, new ModelProposer(model, feedbackRounds: 0));
        return (outcome, model.Requests);
    }

    private static async Task RepairsAsync(string source, int mostLines, Func<string, string>? reply = null, int promptTokens = 4000, string? expected = null)
    {
        var (outcome, requests) = await RepairAsync(source, reply ?? Fix, promptTokens: promptTokens);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(expected ?? Fix(source), outcome.Edit.NewText.ToString());
        Assert.InRange(Shown(requests[0]).Split('\n').Length, 1, mostLines);
        Assert.Contains("Reply with all of the given statements", requests[0].Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains(Flagged, Shown(requests[0]), StringComparison.Ordinal);
    }

    private static string Fix(string code) => code.Replace(Flagged, Repaired, StringComparison.Ordinal);

    [Fact]
    public Task Method_of_120_lines_is_repaired_by_its_statements() => RepairsAsync(Long(Many(55) + Loop + Many(55)), Region.MostLines);

    [Fact]
    public Task Line_ends_of_the_file_stay() => RepairsAsync(Long(Many(55) + Loop + Many(55)).Replace("\n", "\r\n"), Region.MostLines);

    [Fact]
    public Task Long_loop_shrinks_to_statements_inside_of_it() => RepairsAsync(
        Long("        for (var i = 0; i < number; i++)\n        {\n" + Many(30, "            ") + "            lines += _customer.ToUpperInvariant().Length;\n" + Many(30, "            ") + "        }\n"), Region.MostLines);

    [Fact]
    public Task Statements_of_a_lambda_and_of_a_switch_section_are_lists_too() => RepairsAsync(
        Long("        Action all = () =>\n        {\n            switch (number)\n            {\n                case 1:\n" + Many(60, "                    ")
            + "                    lines += _customer.ToUpperInvariant().Length;\n                    break;\n            }\n        };\n        all();\n"), Region.MostLines);

    [Fact]
    public Task Statements_that_await_and_yield_are_read() => RepairsAsync(
        Long(Many(50) + "        await System.Threading.Tasks.Task.Delay(_customer.ToUpperInvariant().Length);\n        yield return lines;\n" + Many(50), "public async System.Collections.Generic.IAsyncEnumerable<int> Heading()")
            .Replace("        return lines;\n", string.Empty), Region.MostLines);

    [Fact]
    public Task Top_level_statements_are_a_list() => RepairsAsync(
        "using System;\n\nvar lines = args.Length;\nstring? _customer = args.Length > 1 ? args[0] : null;\n" + Many(50, "") + "lines += _customer.ToUpperInvariant().Length;\n" + Many(50, "") + "Console.WriteLine(lines);\n", Region.MostLines);

    [Fact]
    public Task Small_budget_shrinks_a_short_member() => RepairsAsync(Long(Many(10) + Loop + Many(10)), mostLines: 20, promptTokens: 400);

    [Fact]
    public Task Long_flagged_statement_stands_alone() => RepairsAsync(
        Long(Many(50) + "        Console.WriteLine(\n" + string.Concat(Enumerable.Range(0, 60).Select(number => $"            {number} +\n")) + "            _customer.ToUpperInvariant());\n" + Many(50)), mostLines: 62);

    [Fact]
    public Task Reply_with_the_whole_member_is_read_too()
    {
        var source = Long(Many(55) + Loop + Many(55));
        var member = source[source.IndexOf("    public int", StringComparison.Ordinal)..source.LastIndexOf('}')];
        return RepairsAsync(source, Region.MostLines, _ => Fix(member));
    }

    [Fact]
    public Task Reply_in_braces_or_of_other_indentation_is_read_too()
    {
        var source = Long(Many(55) + Loop + Many(55));
        return Task.WhenAll(
            RepairsAsync(source, Region.MostLines, shown => "{\n" + Fix(shown) + "\n}"),
            RepairsAsync(source, Region.MostLines, shown => Fix(string.Join("\n", shown.Split('\n').Select(line => line.TrimStart())))));
    }

    [Fact]
    public Task New_statements_take_the_place_of_their_neighbours() => RepairsAsync(
        Long(Many(55) + Loop + Many(55)), Region.MostLines,
        shown => string.Join("\n", shown.Split('\n').Select(line => line.Length > 4 ? line[4..] : line))
            .Replace("    var text = ", "    var name = _customer?.ToUpperInvariant() ?? \"\";\n        var text = ", StringComparison.Ordinal).Replace(Flagged, "name", StringComparison.Ordinal),
        expected: Long(Many(55) + Loop.Replace("            var text = ", "            var name = _customer?.ToUpperInvariant() ?? \"\";\n            var text = ", StringComparison.Ordinal).Replace(Flagged, "name", StringComparison.Ordinal) + Many(55)));

    [Fact]
    public async Task Member_around_the_statements_must_stay()
    {
        var source = Long(Many(55) + Loop + Many(55));
        var member = source[source.IndexOf("    public int", StringComparison.Ordinal)..source.LastIndexOf('}')];
        var (outcome, _) = await RepairAsync(source, _ => Fix(member).Replace("lines += 3;", "lines += 4;", StringComparison.Ordinal));

        Assert.Null(outcome.Edit);
        Assert.Equal("scope", outcome.Attempts[0].Verdict!.Failure!.Name);
    }

    [Theory]
    [InlineData("lines += 1; } void Other() { lines += 1;", "another member")]
    [InlineData("lines += 1; } if (lines > 0) {", "another block")]
    [InlineData("lines += 1; break; case 2: lines += 2;", "another section")]
    public async Task Statements_cannot_break_out_of_their_list(string text, string _)
    {
        foreach (var body in new[] { "        if (number > 0)\n        {\n" + Inner() + "        }\n", "        switch (number)\n        {\n            case 1:\n" + Inner() + "                break;\n        }\n", Inner() })
        {
            var (outcome, _) = await RepairAsync(Long(body), shown => Fix(shown) + "\n" + text);
            Assert.Null(outcome.Edit);
            Assert.Contains(outcome.Attempts[0].Verdict!.Failure!.Name, new[] { "parse", "reply", "scope" });
        }

        static string Inner() => Many(30) + "        lines += " + Flagged + ".Length;\n" + Many(30);
    }

    [Fact]
    public async Task Flagged_header_has_no_statements_to_shrink_to()
    {
        var source = Long(Many(60)).Replace("        return lines;\n", "        if (lines > 0)\n            return lines;\n", StringComparison.Ordinal);
        var (_, requests) = await RepairAsync(source, shown => shown, "CS0161");
        Assert.Contains("public int Heading(int number)", Shown(requests[0]), StringComparison.Ordinal);

        var (outcome, none) = await RepairAsync(source, shown => shown, "CS0161", promptTokens: 300);
        Assert.Empty(none);
        Assert.Contains("300", outcome.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_are_explained_by_the_code_around_them()
    {
        var (_, requests) = await RepairAsync(Long("        DateTime today = DateTime.Today;\n" + Many(55) + Loop.Replace("part + ", "today + ", StringComparison.Ordinal) + Many(55)), shown => shown);

        Assert.Contains("public int Heading(int number)\n", requests[0].Messages[^1].Text, StringComparison.Ordinal);
        Assert.Contains("DateTime today", requests[0].Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_get_the_same_verdict_on_both_paths()
    {
        var document = RepairVerifier.Document(Long(Many(55) + Loop + Many(55)));
        var diagnostic = (await RepairVerifier.DiagnosticsAsync(document, "CS8602"))[0];
        var request = (await RepairRequest.CreateAsync(document, diagnostic, CancellationToken.None))!;
        var region = StatementRuns.Around(request.Region, request.Text, diagnostic.Location.SourceSpan).First();
        var shown = request.Text.ToString(region.Span);
        foreach (var reply in new[] { Fix(shown), shown, Fix(shown).Replace("lines += text.Length", "lines = text.Length", StringComparison.Ordinal), "lines = 0;", Fix(shown).Replace("text.Length", "text.Size", StringComparison.Ordinal) })
        {
            var edit = new CandidateEdit(document, ReplyEditor.Apply(request, region, ScriptedModel.Fenced(reply)).NewText) { Target = diagnostic, Region = region };
            var fast = await new RepairGate().JudgeAsync(edit, CancellationToken.None);
            var full = await new RepairGate { WholeProjects = true }.JudgeAsync(edit, CancellationToken.None);
            Assert.Equal(full.Failure?.Name, fast.Failure?.Name);
            Assert.Equal(reply == Fix(shown), fast.Accepted);
        }
    }

    private sealed class Replying(Func<ModelRequest, string> reply) : IModelClient
    {
        public string Model => "scripted";

        public int PromptTokens { get; init; } = 4000;

        public PromptSettings Prompts => PromptSettings.Default;

        public List<ModelRequest> Requests { get; } = [];

        public Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
        {
            Requests.Add(request);
            return Task.FromResult(ModelReply.Success(reply(request), new ModelExchange(Model, "localhost", "hash", null, null)));
        }
    }
}
