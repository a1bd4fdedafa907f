using System.Collections.Immutable;
using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Execution;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Eval.Suites.MdEval;

/// <summary>
/// <c>mdeval-cs</c>: buggy programs are repaired; a test that is never shown decides. A feedback round tells the model the
/// compiler's errors in its own code, as the gate would, and nothing of the test.
/// </summary>
/// <param name="path">The tasks, in MDEVAL's form.</param>
/// <param name="answers">Who answers.</param>
/// <param name="judge">Compiles and runs.</param>
/// <param name="rounds">How many feedback rounds a sample may take beyond the first answer.</param>
public sealed class MdEvalSuite(string path, IAnswerSource answers, ProgramJudge judge, int rounds) : ISuite
{
    private const int MostErrors = 5;

    /// <inheritdoc/>
    public string Name => "mdeval-cs";

    /// <inheritdoc/>
    public async Task<SuiteContent> LoadAsync(CancellationToken cancellation)
    {
        var tasks = ImmutableArray.CreateBuilder<SuiteTask>();
        var excluded = ImmutableArray.CreateBuilder<ExcludedTask>();
        foreach (var line in JsonLines.Read(path))
        {
            var task = new MdEvalTask(
                line.Text("question_id"), line.OptionalText("subtype") ?? string.Empty, line.Text("buggy_code"),
                line.Text("canonical_solution"), line.Text("test"), line.OptionalText("docstring") ?? string.Empty);
            if (await ProblemAsync(task, cancellation).ConfigureAwait(false) is { } problem)
                excluded.Add(new ExcludedTask(task.Id, problem));
            else
                tasks.Add(task);
        }

        return new SuiteContent(tasks.ToImmutable(), excluded.ToImmutable());
    }

    /// <inheritdoc/>
    public async Task<Attempt> TryAsync(SuiteTask task, int sample, CancellationToken cancellation)
    {
        var item = (MdEvalTask)task;
        var question = QuestionOf(item);
        var attempt = new Attempt { Task = task.Id, Category = task.Category, Sample = sample, Answered = false, Offered = false, Correct = false };
        for (var round = 0; ; round++)
        {
            var answer = await answers.AskAsync(question, sample, cancellation).ConfigureAwait(false);
            attempt = attempt with
            {
                Rounds = round,
                Failed = answer.Failure is not null,
                Reason = answer.Failure ?? "no code in the answer",
                Check = "reply",
                PromptTokens = Sum(attempt.PromptTokens, answer.PromptTokens),
                CompletionTokens = Sum(attempt.CompletionTokens, answer.CompletionTokens),
                ModelMs = attempt.ModelMs + answer.Elapsed.TotalMilliseconds,
            };
            if (answer.Text is not { } text || ReplyCode.Of(text) is not { } code)
                return attempt;

            var program = MdEvalProgram.Of(item, code);
            var judgement = await judge.JudgeAsync(program, cancellation).ConfigureAwait(false);
            attempt = attempt with
            {
                Answered = true,
                Offered = judgement.Compiled.Image is not null,
                Correct = judgement.Run.Passed,
                Reason = judgement.Run.Detail,
                Check = judgement.Run.Passed ? string.Empty : judgement.Run.Outcome.ToString(),
                Rejections = judgement.Compiled.Image is null ? [.. attempt.Rejections, "compile"] : attempt.Rejections,
                RunMs = attempt.RunMs + judgement.Run.Elapsed.TotalMilliseconds,
                Shown = judgement is { Run.Passed: false, Compiled.Image: not null } ? code : string.Empty,
            };
            // A baseline answers the same whatever it is told.
            if (attempt.Offered || round >= rounds || answers is Baseline)
                return attempt;
            question = question with
            {
                Messages = [.. question.Messages, new ModelMessage(ModelRole.Assistant, text), new ModelMessage(ModelRole.User, Feedback(program, judgement.Compiled))],
            };
        }
    }

    private async Task<string?> ProblemAsync(MdEvalTask task, CancellationToken cancellation)
    {
        var reference = await judge.JudgeAsync(MdEvalProgram.Of(task, task.Reference), cancellation).ConfigureAwait(false);
        if (!reference.Run.Passed)
            return $"the reference solution does not pass: {reference.Run.Outcome}: {reference.Run.Detail}";
        if ((await judge.JudgeAsync(MdEvalProgram.Of(task, task.Buggy), cancellation).ConfigureAwait(false)).Run.Passed)
            return "the buggy code already passes";
        return (await judge.JudgeAsync(MdEvalProgram.Hollow(task), cancellation).ConfigureAwait(false)).Run.Passed
            ? "the test cannot fail: it passes code that does nothing"
            : null;
    }

    // What is wrong inside the test would quote it.
    private static string Feedback(TestedProgram program, CompiledProgram compiled)
    {
        var own = compiled.Errors.Where(error => !program.Test.IntersectsWith(error.Location.SourceSpan)).Take(MostErrors)
            .Select(error => $"{error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}, at: {LineOf(program, error.Location.SourceSpan.Start)}").ToList();
        return own.Count == 0
            ? "The program around your code does not compile with it. Keep the names and signatures as they were given. Return the whole corrected code in one code block."
            : $"Your code does not compile:\n{string.Join('\n', own)}\nReturn the whole corrected code in one code block.";
    }

    private static string LineOf(TestedProgram program, int position)
    {
        var text = Microsoft.CodeAnalysis.Text.SourceText.From(program.Source);
        return text.Lines.GetLineFromPosition(position).ToString().Trim();
    }

    private static Question QuestionOf(MdEvalTask task) => new(
        task.Id,
        [
            new ModelMessage(ModelRole.System, "You repair C#. Reply with one fenced C# code block and nothing else."),
            new ModelMessage(ModelRole.User, $"Find and repair the bugs in this code. Keep names and signatures. Return the whole code in one code block, without tests and without an entry point.\nPurpose: {task.Purpose.Trim()}\n```csharp\n{task.Buggy}\n```"),
        ],
        Fenced(task.Buggy),
        Fenced(task.Reference));

    private static Answer Fenced(string code) => new($"```csharp\n{code}\n```", AnswerForm.Reply);

    private static int? Sum(int? left, int? right) => left is null && right is null ? null : (left ?? 0) + (right ?? 0);
}
