using System.Text.Json;
using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Suites;
using CodeAssist.Eval.Suites.HumanEval;
using CodeAssist.Eval.Tests.Execution;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Suites;

public class HumanEvalSuiteTests(Sandbox sandbox) : IClassFixture<Sandbox>
{
    private const string Prompt = "using System;\nusing System.Diagnostics;\nclass Problem {\n    // Twice the number.\n    public static long Twice(long n) {\n";
    private const string Test = "    }\n    public static void Main(string[] args) {\n    Debug.Assert(Twice((21L)) == (42L));\n    }\n\n}\n";

    [Theory]
    [InlineData("        return 2 * n;\n    }\n    public static long Other() {", true)]
    [InlineData("        return 3 * n;\n    }\n", false)]
    public async Task A_completion_ends_at_the_stop_token(string completion, bool correct) =>
        Assert.Equal(correct, (await TryAsync(completion: completion)).Correct);

    [Fact]
    public async Task A_base_models_whole_text_is_taken_as_it_is() =>
        Assert.True((await TryAsync(whole: Prompt + "        return 2 * n;")).Correct);

    [Theory]
    // The body alone, the method, the class with an entry point of its own, a whole file with prose around.
    [InlineData("```csharp\n        return 2 * n;\n    }\n}\n```")]
    [InlineData("```cs\npublic static long Twice(long n) => 2 * n;\n```")]
    [InlineData("```\nclass Problem {\n    public static long Twice(long n) { return Help(n); }\n    static long Help(long n) => 2 * n;\n    static void Main() { throw new System.Exception(); }\n}\n```")]
    [InlineData("Sure, here it is:\n\n```csharp\nusing System;\nusing System.Linq;\n\nclass Problem {\n    public static long Twice(long n) {\n        return new[] { n, n }.Sum();\n    }\n}\nclass Unused { }\n```\nIt doubles.")]
    [InlineData("class Problem { public static long Twice(long n) { return 2 * n; } }")]
    public async Task A_chat_reply_is_found_in_its_fence_whatever_it_repeats(string reply)
    {
        var attempt = await TryAsync(reply: reply);

        Assert.True(attempt.Correct, attempt.Reason);
    }

    [Fact]
    public async Task Prose_is_no_answer()
    {
        var attempt = await TryAsync(reply: "I am sorry, I cannot do that.");

        Assert.Equal((false, false, false), (attempt.Answered, attempt.Offered, attempt.Correct));
    }

    [Fact]
    public async Task Code_that_does_not_compile_is_answered_and_not_offered()
    {
        var attempt = await TryAsync(reply: "```cs\npublic static long Twice(long n) => m;\n```");

        Assert.Equal((true, false, false, "CompileError"), (attempt.Answered, attempt.Offered, attempt.Correct, attempt.Check));
        Assert.Contains("CS0103", attempt.Reason);
    }

    [Theory]
    [InlineData("class Problem { public static long Twice(long n) => 0; static class Debug { public static void Assert(bool fine) { } } }", "redefines")]
    [InlineData("#undef DEBUG\nclass Problem { public static long Twice(long n) => 0; }", "undefine")]
    [InlineData("class Problem { public static long Twice(long n) { System.Diagnostics.Trace.Listeners.Clear(); return 0; } }", "System.Diagnostics.Trace")]
    [InlineData("class Problem { public static long Twice(long n) { typeof(Problem).GetMethod(\"Main\"); return 0; } }", "System.Reflection")]
    [InlineData("class Problem { public static long Twice(long n) { _exit(0); return 0; } [System.Runtime.InteropServices.DllImport(\"libc\")] static extern void _exit(int code); }", "_exit")]
    public async Task An_answer_that_goes_for_the_test_or_the_judge_is_not_run(string code, string reason)
    {
        var attempt = await TryAsync(reply: $"```cs\n{code}\n```");

        Assert.False(attempt.Correct);
        Assert.Contains(reason, attempt.Reason);
    }

    [Fact]
    public async Task The_name_of_a_type_is_no_reflection() =>
        Assert.True((await TryAsync(reply: "```cs\nclass Problem { public static long Twice(long n) => n.GetType().Name == \"Int64\" ? 2 * n : 0; }\n```")).Correct);

    [Fact]
    public async Task The_reference_scores_everything_and_nothing_scores_nothing()
    {
        using var scratch = new Scratch();
        var data = scratch.Write("tasks.jsonl", Task("        return 2 * n;"));

        Assert.True((await TryAsync(data, Baseline.Of("reference")!)).Correct);
        Assert.False((await TryAsync(data, Baseline.Of("nothing")!)).Correct);
    }

    [Fact]
    public async Task Without_a_solution_the_reference_leaves_the_task_out()
    {
        using var scratch = new Scratch();
        var content = await Suite(scratch.Write("tasks.jsonl", Task(null)), Baseline.Of("reference")!).LoadAsync(CancellationToken.None);

        Assert.Empty(content.Tasks);
        Assert.Equal("T/1", Assert.Single(content.Excluded).Id);
    }

    [Fact]
    public async Task Solutions_of_our_own_serve_data_that_has_none()
    {
        using var scratch = new Scratch();
        var solutions = scratch.Write("solutions.jsonl", JsonSerializer.Serialize(new { task_id = "T/1", canonical_solution = "        return 2 * n;" }));
        var suite = new HumanEvalSuite(scratch.Write("tasks.jsonl", Task(null)), Baseline.Of("reference")!, new ProgramJudge(sandbox.Runner, Sandbox.Limits), solutions);

        Assert.True((await suite.TryAsync(Assert.Single((await suite.LoadAsync(CancellationToken.None)).Tasks), 0, CancellationToken.None)).Correct);
    }

    [Fact]
    public void A_file_that_is_no_list_of_answers_is_refused_with_its_line()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("answers.jsonl", "{\"task_id\":\"T/1\",\"completion\":\"x\"}\n[1]\n");

        Assert.Contains("line 2", Assert.Throws<EvalDataException>(() => WrittenAnswers.Read(file, "m")).Message);
    }

    private async Task<Attempt> TryAsync(string? reply = null, string? completion = null, string? whole = null)
    {
        using var scratch = new Scratch();
        var answers = scratch.Write("answers.jsonl", JsonSerializer.Serialize((object)(
            completion is not null ? new { task_id = "T/1", completion }
            : whole is not null ? new { task_id = "T/1", generation = whole, wholecode = whole }
            : new { task_id = "T/1", input_prompt = Prompt, generation = reply })));
        return await TryAsync(scratch.Write("tasks.jsonl", Task(null)), WrittenAnswers.Read(answers, "written"));
    }

    private async Task<Attempt> TryAsync(string data, IAnswerSource answers)
    {
        var suite = Suite(data, answers);
        var content = await suite.LoadAsync(CancellationToken.None);
        return await suite.TryAsync(Assert.Single(content.Tasks), 0, CancellationToken.None);
    }

    private HumanEvalSuite Suite(string data, IAnswerSource answers) => new(data, answers, new ProgramJudge(sandbox.Runner, Sandbox.Limits));

    private static string Task(string? reference) => JsonSerializer.Serialize(reference is null
        ? (object)new { task_id = "T/1", prompt = Prompt, test = Test, stop_tokens = new[] { "\n    }\n" } }
        : new { task_id = "T/1", prompt = Prompt, test = Test, stop_tokens = new[] { "\n    }\n" }, canonical_solution = reference });
}
