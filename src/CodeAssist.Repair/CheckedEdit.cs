using System.Collections.Immutable;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair;

/// <summary>An edit that passed every check: the only thing that is ever offered.</summary>
/// <param name="Document">The document, as it was judged.</param>
/// <param name="NewText">The document's whole text with the edit.</param>
/// <param name="Proposer">Who proposed it: <c>builtin</c> or <c>model</c>.</param>
/// <param name="Model">The model's name, or null.</param>
/// <param name="Title">What it does and, of a model's edit, what was checked; for a code action.</param>
/// <param name="Verdict">The checks that it passed.</param>
public sealed record CheckedEdit(Document Document, SourceText NewText, string Proposer, string? Model, string Title, Verdict Verdict)
{
    /// <summary>The changes of text, in the original's positions.</summary>
    public async Task<ImmutableArray<TextChange>> ChangesAsync(CancellationToken cancellation)
    {
        var text = await Document.GetTextAsync(cancellation).ConfigureAwait(false);
        return NewText.GetTextChanges(text).ToImmutableArray();
    }

    /// <summary>The judged solution with the edit, in every document that is linked to the edited one.</summary>
    public Solution Apply() => Editing.LinkedDocuments.WithText(Document, NewText);
}

/// <summary>How the repair of one diagnostic ended: with a checked edit, or with a reason why none is offered.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Edit">The checked edit, or null.</param>
/// <param name="Abstention">Why nothing is offered, or null.</param>
/// <param name="Attempts">What was proposed and how it was judged, in order.</param>
public sealed record RepairOutcome(RepairRequest Request, CheckedEdit? Edit, Abstention? Abstention, ImmutableArray<Attempt> Attempts);

/// <summary>Why nothing is offered: a normal result.</summary>
/// <param name="Reason">The reason, in one line.</param>
/// <param name="Failed">Whether the asking itself failed, as opposed to nothing having passed.</param>
public sealed record Abstention(string Reason, bool Failed);

/// <summary>One proposal and its verdict.</summary>
/// <param name="Proposer">Who proposed.</param>
/// <param name="Proposal">What was proposed.</param>
/// <param name="Verdict">How it was judged; null where there was nothing to judge.</param>
/// <param name="Round">Zero for the first, then one for each time the gate's findings were fed back.</param>
public sealed record Attempt(IProposer Proposer, Proposal Proposal, Verdict? Verdict, int Round);
