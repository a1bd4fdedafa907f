using System.Diagnostics;
using CodeAssist.Eval.Execution;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Eval.Repairing;

/// <summary>
/// Lets somebody repair a case and scores what comes of it: the edit goes through the engine and the gate as any other,
/// and what they offer is run against the hidden tests.
/// </summary>
/// <param name="gate">Judges edits.</param>
public abstract class Trial(RepairGate gate)
{
    /// <summary>Whether the cases are bugs in a project of the user's own, and not programs of their own.</summary>
    public abstract bool OfProject { get; }

    /// <summary>What the case asks to be repaired; <see cref="EvalDataException"/> where its diagnostic is not there once.</summary>
    public abstract Task<RepairRequest> RequestAsync(RepairCase repairCase, CancellationToken cancellation);

    /// <summary>Runs the hidden tests against the case with another text of its file. What does not compile has failed.</summary>
    public abstract Task<RunResult> TestAsync(RepairCase repairCase, string text, CancellationToken cancellation);

    /// <summary>
    /// Why a case measures nothing, in one line: its diagnostic is not there, its tests pass on the bug, or fail on the
    /// known repair. Null where it can be used.
    /// </summary>
    public abstract Task<string?> ExclusionAsync(RepairCase repairCase, CancellationToken cancellation);

    /// <summary>Lets a proposer repair the case.</summary>
    public async Task<RepairScore> ScoreAsync(RepairCase repairCase, RepairRequest request, IProposer proposer, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var outcome = await new RepairEngine([proposer], gate).RepairAsync(request, cancellation).ConfigureAwait(false);
        var asked = clock.Elapsed;
        return new RepairScore(repairCase, outcome)
        {
            Asked = asked,
            Tests = outcome.Edit is null ? null : await TestAsync(repairCase, outcome.Edit.NewText.ToString(), cancellation).ConfigureAwait(false),
        };
    }
}
