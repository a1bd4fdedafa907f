using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Mutating;
using CodeAssist.Repair;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Repairing;

/// <summary>
/// The baseline <c>corrupt</c>: the known repair with one mutation that compiles and that the hidden tests notice. What
/// the gate offers of these are its false accepts.
/// </summary>
/// <param name="trial">Runs the hidden tests.</param>
public sealed class Corruption(Trial trial)
{
    // Of the mutants that stand in the way of the one that is sought, no more are tried: a case without any is told so soon.
    private const int MostTried = 40;

    /// <summary>
    /// The mutant for a sample of a case; null where there are not so many. The same case and sample give the same one.
    /// </summary>
    public async Task<KnownMutant?> FindAsync(RepairCase repairCase, RepairRequest request, int sample, CancellationToken cancellation)
    {
        var document = request.Document.WithText(SourceText.From(repairCase.Reference, request.Text.Encoding));
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null)
            return null;
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var mutations = Mutations.Of(model, Repaired(root, request.Text, text)).ToArray();
        new Random(SeedOf(repairCase.Id)).Shuffle(mutations);
        var left = sample;
        foreach (var mutation in mutations.Take(MostTried))
        {
            var mutant = text.WithChanges(mutation.Changes).ToString();
            if (mutant == request.Text.ToString() || await BreaksAsync(document, mutant, cancellation).ConfigureAwait(false))
                continue;
            var run = await trial.TestAsync(repairCase, mutant, cancellation).ConfigureAwait(false);
            if (run is { Passed: false, Outcome: not RunOutcome.CompileError } && left-- == 0)
                return new KnownMutant(mutation.Operator, mutant);
        }

        return null;
    }

    private static async Task<bool> BreaksAsync(Document document, string mutant, CancellationToken cancellation)
    {
        // A mutation stays in a body: what it breaks, it breaks in its own file.
        var model = await document.WithText(SourceText.From(mutant)).GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model is null || model.GetDiagnostics(cancellationToken: cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    // What may be rewritten, as it is after the repair: where the first difference between the bug and its repair lies.
    private static SyntaxNode Repaired(SyntaxNode root, SourceText buggy, SourceText repaired)
    {
        var at = repaired.ToString().AsSpan().CommonPrefixLength(buggy.ToString());
        return Region.Find(root, new TextSpan(at, 0))?.Node ?? root;
    }

    // String hashes differ from process to process; this one does not.
    private static int SeedOf(string id) => id.Aggregate(17, (seed, letter) => unchecked((seed * 31) + letter));
}

/// <summary>A known repair with a mutation.</summary>
/// <param name="Operator">The name of the mutation operator.</param>
/// <param name="Text">The whole text of the file.</param>
public sealed record KnownMutant(string Operator, string Text)
{
    /// <summary>Proposes the mutant.</summary>
    public KnownEditProposer Proposer => new(Text, Messages.Get("TitleCorrupt", Operator));
}
