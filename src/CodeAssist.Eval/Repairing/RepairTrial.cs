using System.Collections.Immutable;
using CodeAssist.Eval.Execution;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Repairing;

/// <summary>The trial of cases that are programs of their own: compiled in process, with the hidden tests that stand beside them.</summary>
/// <param name="project">Makes a project of a case.</param>
/// <param name="references">The framework's assemblies, for the tests.</param>
/// <param name="gate">Judges edits.</param>
/// <param name="runner">Runs the hidden tests.</param>
/// <param name="limits">How far a run of the hidden tests may go.</param>
public sealed class RepairTrial(
    CaseProject project, ImmutableArray<MetadataReference> references, RepairGate gate, IProgramRunner runner, RunLimits limits) : Trial(gate)
{
    /// <inheritdoc/>
    public override bool OfProject => false;

    /// <inheritdoc/>
    public override async Task<RepairRequest> RequestAsync(RepairCase repairCase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var document = project.Open(repairCase);
        var found = await project.FindAsync(document, repairCase, cancellation).ConfigureAwait(false);
        var request = found is [var diagnostic] ? await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) : null;
        return request ?? throw new EvalDataException(Messages.Get(
            "CaseInvalid", repairCase.Id, Messages.Get("CaseNotReported", repairCase.Diagnostic, found.Length, repairCase.Line, repairCase.File)));
    }

    /// <inheritdoc/>
    public override async Task<RunResult> TestAsync(RepairCase repairCase, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var program = ProgramCompiler.Emit(HiddenTests.Compile(repairCase, repairCase.SourcesWith(text), references), cancellation);
        return program.Image is null
            ? new RunResult(RunOutcome.CompileError, Messages.Get("TestsDoNotCompile", program.Errors[0]), string.Empty, TimeSpan.Zero)
            : await runner.RunAsync(program.Image, limits, cancellation).ConfigureAwait(false);
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

        if (HiddenTests.NamesOf(repairCase).IsEmpty)
            return Messages.Get("CaseTestsNone");
        if ((await TestAsync(repairCase, repairCase.Buggy, cancellation).ConfigureAwait(false)).Passed)
            return Messages.Get("CaseTestsPassOnBug");
        var repaired = await TestAsync(repairCase, repairCase.Reference, cancellation).ConfigureAwait(false);
        return repaired.Passed ? null : Messages.Get("CaseTestsFailOnReference", repaired.Detail);
    }
}
