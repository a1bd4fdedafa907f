using CodeAssist.Repair;

namespace CodeAssist.Eval.Repairing;

/// <summary>How one attempt at a case ended: what came back, whether the gate let it through, and what the tests say.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">How the repair ended.</param>
public sealed record RepairScore(RepairCase Case, RepairOutcome Outcome)
{
    /// <summary>Whether usable code came back.</summary>
    public bool Answered => Outcome.Attempts.Any(attempt => attempt.Proposal.NewText is not null);

    /// <summary>Whether an edit passed the gate.</summary>
    public bool Offered => Outcome.Edit is not null;

    /// <summary>Whether what was offered passed the hidden tests.</summary>
    public bool Correct => Tests is { Passed: true };

    /// <summary>Whether the gate let through what the hidden tests reject.</summary>
    public bool IsFalseAccept => Offered && !Correct;

    /// <summary>What the hidden tests said of the offered edit; null where nothing was offered.</summary>
    public HiddenTestRun? Tests { get; init; }

    /// <summary>Why the case is not solved, in one line; null where it is.</summary>
    public string? Reason => Correct ? null : Tests?.Reason ?? Outcome.Abstention?.Reason;

    /// <summary>The text of the case's file with the offered edit; null where nothing was offered.</summary>
    public string? OfferedText => Outcome.Edit?.NewText.ToString();

    /// <summary>In which round the last attempt was made; zero is the first.</summary>
    public int Rounds => Outcome.Attempts.IsEmpty ? 0 : Outcome.Attempts.Max(attempt => attempt.Round);

    /// <summary>Tokens of all prompts as the server counted them; zero without a model.</summary>
    public int PromptTokens => Outcome.Attempts.Sum(attempt => attempt.Proposal.Exchange?.PromptTokens ?? 0);

    /// <summary>Tokens of all completions as the server counted them; zero without a model.</summary>
    public int CompletionTokens => Outcome.Attempts.Sum(attempt => attempt.Proposal.Exchange?.CompletionTokens ?? 0);
}
