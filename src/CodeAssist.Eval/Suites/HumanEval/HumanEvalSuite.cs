using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Execution;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Eval.Suites.HumanEval;

/// <summary><c>humaneval-cs</c>: methods are written from their comments; assertions decide.</summary>
/// <param name="path">The tasks, in MultiPL-E's form.</param>
/// <param name="answers">Who answers.</param>
/// <param name="judge">Compiles and runs.</param>
/// <param name="solutions">A file with known solutions of some of the tasks, for data that has none; null where there is none.</param>
public sealed class HumanEvalSuite(string path, IAnswerSource answers, ProgramJudge judge, string? solutions = null) : ISuite
{
    /// <inheritdoc/>
    public string Name => "humaneval-cs";

    /// <inheritdoc/>
    public Task<SuiteContent> LoadAsync(CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in solutions is null ? [] : JsonLines.Read(solutions))
            known[line.Text("task_id")] = line.Text("canonical_solution");
        ImmutableArray<HumanEvalTask> tasks = [.. JsonLines.Read(path).Select(line => new HumanEvalTask(
            line.OptionalText("task_id") ?? line.Text("name"), line.Text("prompt"), line.OptionalText("test") ?? line.Text("tests"),
            [.. (line.Content["stop_tokens"] as JsonArray ?? []).Select(token => token!.GetValue<string>())],
            line.OptionalText("canonical_solution") ?? known.GetValueOrDefault(line.OptionalText("task_id") ?? line.Text("name"))))];
        var excluded = answers.Name == Baseline.Reference
            ? tasks.Where(task => task.Reference is null).Select(task => new ExcludedTask(task.Id, "no reference solution in the data")).ToImmutableArray()
            : [];
        return Task.FromResult(new SuiteContent(
            [.. tasks.Where(task => excluded.All(left => left.Id != task.Id))], excluded));
    }

    /// <inheritdoc/>
    public async Task<Attempt> TryAsync(SuiteTask task, int sample, CancellationToken cancellation)
    {
        var problem = (HumanEvalTask)task;
        var answer = await answers.AskAsync(QuestionOf(problem), sample, cancellation).ConfigureAwait(false);
        var attempt = new Attempt
        {
            Task = task.Id,
            Sample = sample,
            Answered = false,
            Offered = false,
            Correct = false,
            Failed = answer.Failure is not null,
            Reason = answer.Failure ?? "no code in the answer",
            Check = "reply",
            PromptTokens = answer.PromptTokens,
            CompletionTokens = answer.CompletionTokens,
            ModelMs = answer.Elapsed.TotalMilliseconds,
        };
        if (HumanEvalProgram.Of(problem, answer) is not { } program)
            return attempt;
        var judgement = await judge.JudgeAsync(program, cancellation).ConfigureAwait(false);
        return attempt with
        {
            Answered = true,
            Offered = judgement.Compiled.Image is not null,
            Correct = judgement.Run.Passed,
            Reason = judgement.Run.Detail,
            Check = judgement.Run.Passed ? string.Empty : judgement.Run.Outcome.ToString(),
            Rejections = judgement.Compiled.Image is null ? ["compile"] : [],
            RunMs = judgement.Run.Elapsed.TotalMilliseconds,
            Shown = judgement is { Run.Passed: false, Compiled.Image: not null } ? answer.Text! : string.Empty,
        };
    }

    private static Question QuestionOf(HumanEvalTask task) => new(
        task.Id,
        [
            new ModelMessage(ModelRole.System, "You write C#. Reply with one fenced C# code block and nothing else."),
            new ModelMessage(ModelRole.User, $"Complete the last method of this program and return the whole program in one code block, without an entry point.\n```cs\n{task.Prompt}\n```"),
        ],
        new Answer(string.Empty, AnswerForm.Completion),
        task.Reference is null ? null : new Answer(task.Reference, AnswerForm.Completion));
}
