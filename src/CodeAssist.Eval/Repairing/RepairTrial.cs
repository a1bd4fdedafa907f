using System.Collections.Immutable;
using System.Diagnostics;
using CodeAssist.Eval.Execution;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Repairing;

/// <summary>
/// Lets somebody repair a case and scores what comes of it: the edit goes through the engine and the gate as any other,
/// and what they offer is run against the hidden tests.
/// </summary>
/// <param name="project">Makes a project of a case.</param>
/// <param name="references">The framework's assemblies, for the tests.</param>
/// <param name="gate">Judges edits.</param>
/// <param name="runner">Runs the hidden tests.</param>
/// <param name="limits">How far a run of the hidden tests may go.</param>
public sealed class RepairTrial(
    CaseProject project, ImmutableArray<MetadataReference> references, RepairGate gate, IProgramRunner runner, RunLimits limits)
{
    /// <summary>What the case asks to be repaired; <see cref="EvalDataException"/> where its diagnostic is not there once.</summary>
    public async Task<RepairRequest> RequestAsync(RepairCase repairCase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var document = project.Open(repairCase);
        var found = await project.FindAsync(document, repairCase, cancellation).ConfigureAwait(false);
        var request = found is [var diagnostic] ? await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) : null;
        return request ?? throw new EvalDataException(Messages.Get(
            "CaseInvalid", repairCase.Id, Messages.Get("CaseNotReported", repairCase.Diagnostic, found.Length, repairCase.Line, repairCase.File)));
    }

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

    /// <summary>Runs the hidden tests against the case with another text of its file. What does not compile has failed.</summary>
    public async Task<RunResult> TestAsync(RepairCase repairCase, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var program = ProgramCompiler.Emit(HiddenTests.Compile(repairCase, repairCase.SourcesWith(text), references), cancellation);
        return program.Image is null
            ? new RunResult(RunOutcome.CompileError, Messages.Get("TestsDoNotCompile", program.Errors[0]), string.Empty, TimeSpan.Zero)
            : await runner.RunAsync(program.Image, limits, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Why a case measures nothing, in one line: its diagnostic is not there, its tests pass on the bug, or fail on the
    /// known repair. Null where it can be used.
    /// </summary>
    public async Task<string?> ExclusionAsync(RepairCase repairCase, CancellationToken cancellation)
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

        if (HiddenTests.NamesOf(repairCase).IsEmpty)
            return Messages.Get("CaseTestsNone");
        if ((await TestAsync(repairCase, repairCase.Buggy, cancellation).ConfigureAwait(false)).Passed)
            return Messages.Get("CaseTestsPassOnBug");
        var repaired = await TestAsync(repairCase, repairCase.Reference, cancellation).ConfigureAwait(false);
        return repaired.Passed ? null : Messages.Get("CaseTestsFailOnReference", repaired.Detail);
    }
}
