using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate;

/// <summary>An edit of one document that the gate is to judge.</summary>
/// <param name="Document">The document as it is now; the gate judges against its solution.</param>
/// <param name="NewText">The document's whole text with the edit; null where a reply held no usable edit.</param>
public sealed record CandidateEdit(Document Document, SourceText? NewText)
{
    /// <summary>The diagnostic that the edit should remove; null skips the check <c>target</c>.</summary>
    public Diagnostic? Target { get; init; }

    /// <summary>What the edit may rewrite; null takes the one member that it touches.</summary>
    public Region? Region { get; init; }

    /// <summary>What a repair may change beyond the flagged statement; null takes that of the target's guide.</summary>
    public Allowance? Allowance { get; init; }

    /// <summary>The text that the edit was made for; null skips the check <c>stale</c>.</summary>
    public SourceText? RequestedText { get; init; }

    /// <summary>Whether the edit came as a model's reply; false skips the check <c>reply</c>.</summary>
    public bool FromReply { get; init; }

    /// <summary>Why the reply held no usable edit; null where it held one.</summary>
    public string? ReplyProblem { get; init; }
}
