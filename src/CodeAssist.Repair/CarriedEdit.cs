using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair;

/// <summary>
/// Carries an edit that was made of a file's first text over to what other edits have left of it. An edit can silence a
/// rule about code that it did not touch: of two calls with swapped arguments, one right and one wrong look deliberate.
/// Such a finding is repaired on the text that it was reported in, where the gate can follow it, and the edits are
/// judged together.
/// </summary>
public static class CarriedEdit
{
    /// <summary>The edit on the document as it is now; null where it and the earlier edits do not go together.</summary>
    /// <param name="edit">An edit of the text before the first of the others.</param>
    /// <param name="history">What became of that text.</param>
    /// <param name="current">The document with the others.</param>
    /// <param name="gate">Judges them together.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<CheckedEdit?> OntoAsync(
        CheckedEdit edit, TextHistory history, Document current, RepairGate gate, CancellationToken cancellation)
    {
        if (history.Transpose(edit.NewText) is not { } together)
            return null;
        var verdict = await gate.JudgeAsync(new CandidateEdit(current, together) { RequestedText = history.Current }, cancellation).ConfigureAwait(false);

        // `behaviour` knows what may change only from the diagnostic; it has judged the edit where that was.
        return verdict.Failure is null or { Name: "behaviour" } ? edit with { Document = current, NewText = together } : null;
    }
}
