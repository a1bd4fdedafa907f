using System.Collections.Immutable;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Repairing;

/// <summary>How the repair of a finding ended.</summary>
internal enum FindingOutcome
{
    /// <summary>A checked edit is there; nothing was written.</summary>
    Offered,

    /// <summary>A checked edit was written.</summary>
    Applied,

    /// <summary>Nothing that was proposed passed, or nobody had anything to propose.</summary>
    Abstained,

    /// <summary>The asking itself failed, or the file could not be written.</summary>
    Failed,
}

/// <summary>A finding and what came of it.</summary>
/// <param name="Finding">The finding, as it was in the original text.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record FindingResult(ReportedDiagnostic Finding, FindingOutcome Outcome)
{
    /// <summary>What the edit does; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Who proposed last, or null where nobody was asked.</summary>
    public string? Proposer { get; init; }

    /// <summary>The model behind the proposer, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Why there is no edit of its own, in one line; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The edit, in positions of the original text.</summary>
    public ImmutableArray<TextChange> Changes { get; init; } = [];

    /// <summary>The checks that ran on the edit, or on the last one that was rejected.</summary>
    public ImmutableArray<CheckResult> Checks { get; init; } = [];

    /// <summary>The text that the edit was judged on, and the text with it; null where there is no edit.</summary>
    public (SourceText Before, SourceText After)? Texts { get; init; }

    /// <summary>Whether the finding is, or would be, gone.</summary>
    public bool IsRepaired => Outcome is FindingOutcome.Offered or FindingOutcome.Applied;
}
