using System.Collections.Immutable;
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
/// <param name="references">The framework's reference assemblies, for the tests.</param>
/// <param name="gate">Judges edits.</param>
/// <param name="runner">Runs the hidden tests.</param>
public sealed class RepairTrial(CaseProject project, ImmutableArray<MetadataReference> references, RepairGate gate, IHiddenTestRunner runner)
{
    /// <summary>What the case asks to be repaired; <see cref="RepairCaseException"/> where its diagnostic is not there once.</summary>
    public async Task<RepairRequest> RequestAsync(RepairCase repairCase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        var document = project.Open(repairCase);
        var found = await project.FindAsync(document, repairCase, cancellation).ConfigureAwait(false);
        var request = found is [var diagnostic] ? await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) : null;
        return request ?? throw new RepairCaseException(Messages.Get(
            "CaseInvalid", repairCase.Id, Messages.Get("CaseNotReported", repairCase.Diagnostic, found.Length, repairCase.Line, repairCase.File)));
    }

    /// <summary>Lets a proposer repair the case.</summary>
    public async Task<RepairScore> ScoreAsync(RepairCase repairCase, RepairRequest request, IProposer proposer, CancellationToken cancellation)
    {
        var outcome = await new RepairEngine([proposer], gate).RepairAsync(request, cancellation).ConfigureAwait(false);
        return new RepairScore(repairCase, outcome)
        {
            Tests = outcome.Edit is null ? null : await TestAsync(repairCase, outcome.Edit.NewText.ToString(), cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>Runs the hidden tests against the case with another text of its file. What does not compile has failed.</summary>
    public async Task<HiddenTestRun> TestAsync(RepairCase repairCase, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        using var image = new MemoryStream();
        var built = HiddenTests.Compile(repairCase, repairCase.SourcesWith(text), references).Emit(image, cancellationToken: cancellation);
        return built.Success
            ? await runner.RunAsync(image.ToArray(), cancellation).ConfigureAwait(false)
            : new HiddenTestRun(false, Messages.Get("TestsDoNotCompile", built.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>
    /// Why a case measures nothing, in one line: its tests pass on the bug, or fail on the known repair. Null where it
    /// can be used.
    /// </summary>
    public async Task<string?> ExclusionAsync(RepairCase repairCase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        if (HiddenTests.NamesOf(repairCase).IsEmpty)
            return Messages.Get("CaseTestsNone");
        var buggy = repairCase.Sources.Single(source => source.Path == repairCase.File).Text;
        if ((await TestAsync(repairCase, buggy, cancellation).ConfigureAwait(false)).Passed)
            return Messages.Get("CaseTestsPassOnBug");
        var repaired = await TestAsync(repairCase, repairCase.Reference, cancellation).ConfigureAwait(false);
        return repaired.Passed ? null : Messages.Get("CaseTestsFailOnReference", repaired.Reason);
    }
}
