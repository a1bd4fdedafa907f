using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Repairing;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Projects;

/// <summary>The trial of bugs that were planted in the user's own code: the code's own tests decide.</summary>
/// <param name="solution">The code, built, with its tests.</param>
/// <param name="gate">Judges edits.</param>
public sealed class ProjectTrial(TestedSolution solution, RepairGate gate) : Trial(gate)
{
    // Of the tests that notice a bug, so many are run again to see that it is still one.
    private const int AskedAgain = 3;

    /// <inheritdoc/>
    public override bool OfProject => true;

    /// <inheritdoc/>
    public override async Task<RepairRequest> RequestAsync(RepairCase repairCase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var (_, original) = solution.Find(repairCase.SourcePath) ?? throw Invalid(repairCase, "CaseFileGone", repairCase.SourcePath);
        if ((await original.GetTextAsync(cancellation).ConfigureAwait(false)).ToString() != repairCase.Reference)
            throw Invalid(repairCase, "CaseFileChanged", repairCase.SourcePath);
        var bug = await PlantedBug.InAsync(original, repairCase.Buggy, cancellation).ConfigureAwait(false);
        var request = repairCase.Diagnostic == FailingTestGuide.DiagnosticId
            ? await bug.ToldByTestAsync(repairCase.KilledBy[0], cancellation).ConfigureAwait(false)
            : await bug.ToldByAsync(repairCase.Diagnostic, repairCase.Line, cancellation).ConfigureAwait(false);
        return request ?? throw Invalid(repairCase, "CaseNotReportedOnce", repairCase.Diagnostic, repairCase.Line, repairCase.SourcePath);
    }

    /// <inheritdoc/>
    public override async Task<RunResult> TestAsync(RepairCase repairCase, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        return await TestAsync(repairCase, text, null, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<string?> ExclusionAsync(RepairCase repairCase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        try
        {
            await RequestAsync(repairCase, cancellation).ConfigureAwait(false);
        }
        catch (EvalDataException exception)
        {
            return exception.Message;
        }

        var run = await TestAsync(repairCase, repairCase.Buggy, [.. repairCase.KilledBy.Take(AskedAgain)], cancellation).ConfigureAwait(false);
        return run.Outcome is RunOutcome.Failed or RunOutcome.Crashed or RunOutcome.TimedOut ? null : Messages.Get("CaseNotNoticed", repairCase.KilledBy[0], run.Detail);
    }

    private async Task<RunResult> TestAsync(RepairCase repairCase, string text, IReadOnlyCollection<string>? only, CancellationToken cancellation)
    {
        var (project, original) = solution.Find(repairCase.SourcePath) ?? throw Invalid(repairCase, "CaseFileGone", repairCase.SourcePath);
        var edited = original.WithText(SourceText.From(text, (await original.GetTextAsync(cancellation).ConfigureAwait(false)).Encoding));
        var compiled = await project.Compiler.CompileAsync(edited.Project, cancellation).ConfigureAwait(false);
        if (compiled.Error is { } error)
            return new RunResult(RunOutcome.CompileError, Messages.Get("TestsDoNotCompile", error), string.Empty, TimeSpan.Zero);
        if (solution.Refusal(project, compiled.Image) is { } name)
            return new RunResult(RunOutcome.Failed, $"not run: it uses {name}, by which a program could reach its own judge", string.Empty, TimeSpan.Zero);
        var verdict = await solution.TestAsync(project, compiled.Image, only, stopAtFailure: true, cancellation).ConfigureAwait(false);
        return new RunResult(OutcomeOf(verdict), DetailOf(verdict), string.Empty, verdict.Elapsed);
    }

    private static RunOutcome OutcomeOf(TestVerdict verdict) =>
        verdict.Passed ? RunOutcome.Passed
        : !verdict.Failed.IsEmpty ? RunOutcome.Failed
        : verdict.Ended switch
        {
            TestRunEnd.TimedOut => RunOutcome.TimedOut,
            TestRunEnd.Crashed => RunOutcome.Crashed,
            _ => RunOutcome.Failed,
        };

    private static string DetailOf(TestVerdict verdict) =>
        verdict.Passed ? string.Empty
        : !verdict.Failed.IsEmpty ? verdict.Failed[0]
        : verdict.Missing is { } missing ? $"{missing} was not run"
        : verdict.Detail;

    private static EvalDataException Invalid(RepairCase repairCase, string key, params object?[] arguments) =>
        new(Messages.Get("CaseInvalid", repairCase.Id, Messages.Get(key, arguments)));
}
