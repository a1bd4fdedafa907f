using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Gate;

/// <summary>Replies of all kinds to one finding: what is good is offered, and each bad one is stopped by its check.</summary>
public class GateTests
{
    private const string Source =
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        class Box
        {
            private readonly object _gate = new();
            private readonly string _left = "a", _right = "b";

            // Whether the box is a square.
            public bool IsSquare(int depth)
            {
                Console.WriteLine("checked"); // audit
                lock (_gate)
                {
                    if (depth > 3)
                        throw new ArgumentException("deep", nameof(depth));
                    return _left.Length == _left.Length;
                }
            }

            public void Other() => Console.WriteLine(_left + _right);
        }
        """;

    private const string Good =
        """
        public bool IsSquare(int depth)
        {
            Console.WriteLine("checked"); // audit
            lock (_gate)
            {
                if (depth > 3)
                    throw new ArgumentException("deep", nameof(depth));
                return _left.Length == _right.Length;
            }
        }
        """;

    [Fact]
    public async Task A_good_reply_is_offered_and_changes_only_the_tokens_that_it_must()
    {
        var outcome = await Judge(ScriptedModel.Fenced(Good));
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(Source.Replace("_left.Length == _left.Length", "_left.Length == _right.Length"), outcome.Edit.NewText.ToString());
        Assert.Equal("Repair CDA1001 in 'IsSquare' (scripted: compiles, CDA1001 gone, no new warnings)", outcome.Edit.Title);
        Assert.Equal(RepairGate.CheckNames, outcome.Edit.Verdict.Checks.Select(check => check.Name));
    }

    [Fact]
    public async Task A_reply_in_another_layout_keeps_the_layout_of_the_file()
    {
        var flat = string.Join("\n", Good.Split('\n').Select(line => line.TrimStart())).Replace("// audit", "");
        var outcome = await Judge(ScriptedModel.Fenced(flat));
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(Source.Replace("_left.Length == _left.Length", "_left.Length == _right.Length"), outcome.Edit.NewText.ToString());
    }

    [Theory]
    [InlineData("prose", "reply", "I think that the code is fine as it is.")]
    [InlineData("truncated", "reply", "```csharp\npublic bool IsSquare(int depth)\n{\n    Console.WriteLine(")]
    [InlineData("alternatives", "reply", "```csharp\npublic bool IsSquare(int depth) => true;\n```\nor\n```csharp\npublic bool IsSquare(int depth) => false;\n```")]
    [InlineData("thinking only", "reply", "<think>Let me see")]
    public Task Replies_without_one_piece_of_code(string what, string check, string reply) => IsStopped(what, check, reply);

    [Theory]
    [InlineData("nothing changed", "reply", "_left.Length == _left.Length", "_left.Length == _left.Length")]
    [InlineData("elided", "reply", "Console.WriteLine(\"checked\");", "// ... existing code ...")]
    [InlineData("syntax error", "parse", "_left.Length == _left.Length;", "_left.Length == _right.Length")]
    [InlineData("pragma", "scope", "public bool", "#pragma warning disable CDA1001\npublic bool")]
    [InlineData("pragma between tokens that stay", "scope", "        return", "#pragma warning disable CDA1001\n        return")]
    [InlineData("signature", "policy", "(int depth)", "(int depth, int other = 0)")]
    [InlineData("accessibility", "policy", "public bool", "internal bool")]
    [InlineData("return type", "policy", "public bool", "public bool?")]
    [InlineData("attribute", "policy", "public bool", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")]\npublic bool")]
    [InlineData("stub", "policy", "return _left.Length == _left.Length;", "throw new NotImplementedException();")]
    [InlineData("process", "policy", "return _left.Length == _left.Length;", "System.Diagnostics.Process.Start(\"sh\"); return _left.Length == _right.Length;")]
    [InlineData("file deletion", "policy", "return _left.Length == _left.Length;", "System.IO.File.Delete(\"x\"); return _left.Length == _right.Length;")]
    [InlineData("reflection", "policy", "return _left.Length == _left.Length;", "return _left.Length == (int)GetType().GetField(\"_right\")!.GetValue(this)!;")]
    [InlineData("dynamic", "policy", "return _left.Length == _left.Length;", "dynamic height = _right.Length; return _left.Length == height;")]
    [InlineData("zero-width", "policy", "\"checked\"", "\"chec\u200bked\"")]
    [InlineData("bidirectional", "policy", "\"deep\"", "\"de\u202eep\"")]
    [InlineData("does not compile", "compile", "_left.Length == _left.Length", "_left.Length == _middle.Length")]
    [InlineData("new warning", "compile", "return _left.Length == _left.Length;", "int unused; return _left.Length == _right.Length;")]
    [InlineData("bug still there", "target", "_left.Length == _left.Length", "_right.Length == _right.Length")]
    [InlineData("bug moved", "target", "return _left.Length == _left.Length;", "var same = _left.Length == _left.Length; return same;")]
    [InlineData("lock dropped", "behaviour", "lock (_gate)", "")]
    [InlineData("throw dropped", "behaviour", "throw new ArgumentException(\"deep\", nameof(depth));", "return false;")]
    [InlineData("call dropped", "behaviour", "Console.WriteLine(\"checked\"); // audit", "// audit")]
    [InlineData("call added", "behaviour", "return _left.Length == _left.Length;", "Console.Beep(); return _left.Length == _right.Length;")]
    [InlineData("literal changed", "behaviour", "depth > 3", "depth > 4")]
    [InlineData("operator changed", "behaviour", "depth > 3", "depth >= 3")]
    [InlineData("text changed", "behaviour", "\"deep\"", "\"deeper\"")]
    public Task Bad_edits(string what, string check, string old, string @new) =>
        IsStopped(what, check, ScriptedModel.Fenced(ReplaceOnce(Good.Replace("_left.Length == _right.Length", "_left.Length == _left.Length"), old, @new)
            is var edited && edited.Contains("_left.Length == _left.Length") && check is "behaviour" or "policy" && !old.Contains("_left.Length")
                ? edited.Replace("_left.Length == _left.Length", "_left.Length == _right.Length")
                : edited));

    [Fact]
    public async Task The_reason_names_what_changed_of_a_signature()
    {
        var outcome = await Judge(ScriptedModel.Fenced(Good.Replace("(int depth)", "(int depth, Action<Exception> onError)")));
        Assert.EndsWith("+ , Action < Exception > onError", outcome.Attempts[0].Verdict!.Failure!.Reason);
    }

    [Fact]
    public async Task A_rejected_reply_is_fed_back_with_the_reason_once()
    {
        var model = new ScriptedModel(ScriptedModel.Fenced(Good.Replace("_left.Length == _right.Length", "_left.Length == _middle.Length")), ScriptedModel.Fenced(Good));
        var outcome = await RepairVerifier.RepairAsync(Source, "CDA1001", new ModelProposer(model));
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(2, model.Requests.Count);
        Assert.Contains("CS0103", model.Requests[1].Messages[^1].Text);
        Assert.Equal([0, 1], outcome.Attempts.Select(attempt => attempt.Round));
    }

    [Fact]
    public async Task A_repeated_reply_ends_the_rounds()
    {
        var model = new ScriptedModel(ScriptedModel.Fenced(Good.Replace("_left.Length == _right.Length", "_left.Length == _middle.Length")));
        var outcome = await RepairVerifier.RepairAsync(Source, "CDA1001", new ModelProposer(model, feedbackRounds: 5));
        Assert.Null(outcome.Edit);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task The_prompt_marks_the_flagged_line_and_names_what_the_member_uses()
    {
        var model = new ScriptedModel(ScriptedModel.Fenced(Good));
        await RepairVerifier.RepairAsync(Source, "CDA1001", new ModelProposer(model));
        var prompt = string.Join("\n", model.Requests[0].Messages.Select(message => message.Text));
        Assert.Contains("return _left.Length == _left.Length; // <== flagged", prompt);
        Assert.Matches(@"Box: .*\b_right\b", prompt);
        Assert.DoesNotContain("public void Other() =>", prompt);
    }

    [Fact]
    public async Task A_member_over_the_budget_is_an_abstention()
    {
        var outcome = await RepairVerifier.RepairAsync(Source, "CDA1001", new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(Good)) { PromptTokens = 100 }));
        Assert.Null(outcome.Edit);
        Assert.Contains("over the budget of 100", outcome.Abstention!.Reason);
    }

    private static async Task IsStopped(string what, string check, string reply)
    {
        var outcome = await Judge(reply);
        Assert.True(outcome.Edit is null, what + " was offered");
        var failure = Assert.Single(outcome.Attempts).Verdict!.Failure!;
        Assert.True(failure.Name == check, $"{what}: stopped by {failure.Name} ({failure.Reason}), not by {check}");
        Assert.False(string.IsNullOrWhiteSpace(failure.Reason));
    }

    private static Task<RepairOutcome> Judge(string reply) =>
        RepairVerifier.RepairAsync(Source, "CDA1001", new ModelProposer(new ScriptedModel(reply), feedbackRounds: 0));

    private static string ReplaceOnce(string text, string old, string @new)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return text[..at] + @new + text[(at + old.Length)..];
    }
}
