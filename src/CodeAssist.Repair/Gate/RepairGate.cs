using System.Collections.Immutable;
using System.Diagnostics;
using CodeAssist.Repair.Gate.Checks;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// Judges edits: runs the checks in order of cost and stops at the first failure. An edit that no check rejects is
/// accepted, and nothing else is. What it found out about the code before an edit, it keeps for the next candidate of
/// the same code: judge candidates by one gate.
/// </summary>
/// <param name="analyzers">Where the checks <c>target</c> and <c>analyzers</c> get a project's analyzers.</param>
public sealed class RepairGate(IAnalyzerSource? analyzers = null)
{
    private static readonly IReadOnlyList<ICheck> Checks =
    [
        new ReplyCheck(),
        new StaleCheck(),
        new ParseCheck(),
        new ScopeCheck(),
        new PolicyCheck(),
        new CompileCheck(),
        new TargetCheck(),
        new AnalyzersCheck(),
        new BehaviourCheck(),
    ];

    private readonly IAnalyzerSource _analyzers = analyzers ?? new ProjectAnalyzers();

    private readonly Memory _memory = new();

    /// <summary>Whether every edit is judged by compiling whole projects, also one inside a single body: to hold the fast path against.</summary>
    internal bool WholeProjects { get; init; }

    /// <summary>The names of the checks, in the order in which they run.</summary>
    public static ImmutableArray<string> CheckNames { get; } = Checks.Select(check => check.Name).ToImmutableArray();

    /// <summary>
    /// Judges an edit. Throws only where it is cancelled, and then at once: a check that breaks rejects the edit,
    /// because nothing unchecked is offered.
    /// </summary>
    public Task<Verdict> JudgeAsync(CandidateEdit edit, CancellationToken cancellation) =>
        Abandoned.WhenCancelledAsync(() => RunAsync(edit, cancellation), cancellation);

    private async Task<Verdict> RunAsync(CandidateEdit edit, CancellationToken cancellation)
    {
        var context = new GateContext(edit, _analyzers, _memory, WholeProjects);
        var results = ImmutableArray.CreateBuilder<CheckResult>();
        foreach (var check in Checks)
        {
            cancellation.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            CheckFinding finding;
            try
            {
                finding = await check.RunAsync(context, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                finding = CheckFinding.Failed("CheckBroke", exception.GetType().Name + ": " + exception.Message);
            }

            results.Add(new CheckResult(check.Name, finding.Outcome, finding.Reason, clock.Elapsed));
            if (finding.Outcome == CheckOutcome.Failed)
                break;
        }

        return new Verdict(results.ToImmutable())
        {
            Member = await MemberAsync(context, cancellation).ConfigureAwait(false),
            ChangedEffects = context.ChangedEffects,
        };
    }

    private static async Task<string?> MemberAsync(GateContext context, CancellationToken cancellation)
    {
        try
        {
            return context.Edit.NewText is null ? null : (await context.ChangeAsync(cancellation).ConfigureAwait(false))?.Region.Name;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The check that needed it has said so.
            return null;
        }
    }
}
