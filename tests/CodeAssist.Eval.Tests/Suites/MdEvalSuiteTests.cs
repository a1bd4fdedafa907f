using System.Collections.Immutable;
using System.Text.Json;
using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Suites;
using CodeAssist.Eval.Suites.MdEval;
using CodeAssist.Eval.Tests.Execution;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Suites;

public class MdEvalSuiteTests(Sandbox sandbox) : IClassFixture<Sandbox>
{
    private const string Good = "class Program\n{\n    static int Half(int n) => n / 2;";
    private const string Bad = "class Program\n{\n    static int Half(int n) => n * 2;";
    private const string Broken = "class Program\n{\n    static int Half(int n) => n / 2";
    private const string Test = "static void check() { Debug.Assert(Half(8) == 4); }\nstatic void Main() { check(); }\n}\n";

    [Fact]
    public async Task The_reference_scores_everything_and_nothing_scores_nothing()
    {
        Assert.True((await TryAsync(Baseline.Of("reference")!, 0)).Correct);
        Assert.False((await TryAsync(Baseline.Of("nothing")!, 0)).Correct);
    }

    [Theory]
    [InlineData(Good, Good, Test, "already passes")]
    [InlineData(Bad, Bad, Test, "reference solution does not pass")]
    [InlineData(Broken, Good, "static void check() { System.Console.WriteLine(Half(8) == 4); }\nstatic void Main() { check(); }\n}", "cannot fail")]
    public async Task An_item_that_measures_nothing_is_left_out_with_the_reason(string buggy, string reference, string test, string reason)
    {
        using var scratch = new Scratch();
        var content = await Suite(scratch, buggy, reference, test, Baseline.Of("reference")!, 0).LoadAsync(CancellationToken.None);

        Assert.Empty(content.Tasks);
        Assert.Contains(reason, Assert.Single(content.Excluded).Why);
    }

    [Fact]
    public async Task A_feedback_round_tells_the_compilers_errors_and_nothing_of_the_test()
    {
        var model = new Scripted($"```\n{Broken}\n}}\n```", $"```\n{Good}\n}}\n```");

        var attempt = await TryAsync(model, 1);

        Assert.Equal((true, 1), (attempt.Correct, attempt.Rounds));
        Assert.Contains("CS1002", model.Questions[1].Messages[^1].Text);
        Assert.DoesNotContain(model.Questions.SelectMany(question => question.Messages), message => message.Text.Contains("Assert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_rounds_the_first_answer_counts()
    {
        var model = new Scripted($"```\n{Broken}\n}}\n```", $"```\n{Good}\n}}\n```");

        var attempt = await TryAsync(model, 0);

        Assert.Equal((true, false, 0), (attempt.Answered, attempt.Offered, attempt.Rounds));
        Assert.Single(model.Questions);
    }

    [Fact]
    public async Task A_failed_test_is_never_fed_back()
    {
        var model = new Scripted($"```\n{Bad}\n}}\n```", $"```\n{Good}\n}}\n```");

        var attempt = await TryAsync(model, 2);

        Assert.Equal((true, false), (attempt.Offered, attempt.Correct));
        Assert.Single(model.Questions);
    }

    [Fact]
    public async Task An_asking_that_fails_is_told_apart_from_a_wrong_answer() =>
        Assert.True((await TryAsync(new Scripted(), 0)).Failed);

    private async Task<Attempt> TryAsync(IAnswerSource answers, int rounds)
    {
        using var scratch = new Scratch();
        var suite = Suite(scratch, Bad, Good, Test, answers, rounds);
        var content = await suite.LoadAsync(CancellationToken.None);
        return await suite.TryAsync(Assert.Single(content.Tasks), 0, CancellationToken.None);
    }

    private MdEvalSuite Suite(Scratch scratch, string buggy, string reference, string test, IAnswerSource answers, int rounds) => new(
        scratch.Write("items.jsonl", JsonSerializer.Serialize(new { question_id = "M/1", subtype = "s", buggy_code = buggy, canonical_solution = reference, test, docstring = "d" })),
        answers, new ProgramJudge(sandbox.Runner, Sandbox.Limits), rounds);

    private sealed class Scripted(params string[] replies) : IAnswerSource
    {
        public string Name => "scripted";

        public ImmutableArray<Question> Questions { get; private set; } = [];

        public Task<Answer> AskAsync(Question question, int sample, CancellationToken cancellation)
        {
            var number = Questions.Length;
            Questions = Questions.Add(question);
            return Task.FromResult(number < replies.Length
                ? new Answer(replies[number], AnswerForm.Reply)
                : new Answer(null, AnswerForm.Reply) { Failure = "no more replies" });
        }
    }
}
