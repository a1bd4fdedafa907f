using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Suites;
using CodeAssist.Repair;
using Attempt = CodeAssist.Eval.Suites.Attempt;

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
    public RunResult? Tests { get; init; }

    /// <summary>How long the proposers and the gate took.</summary>
    public TimeSpan Asked { get; init; }

    /// <summary>Why the case is not solved, in one line; empty where it is.</summary>
    public string Reason => Correct ? string.Empty : Tests?.Detail ?? Outcome.Abstention?.Reason ?? string.Empty;

    /// <summary>The check of the gate, or the outcome of the tests, that turned the answer down; empty where none did.</summary>
    public string Check =>
        Correct ? string.Empty
        : Tests?.Outcome.ToString() ?? Outcome.Attempts.LastOrDefault(attempt => attempt.Verdict is not null)?.Verdict?.Failure?.Name ?? string.Empty;

    /// <summary>The text of the case's file with the offered edit; null where nothing was offered.</summary>
    public string? OfferedText => Outcome.Edit?.NewText.ToString();

    /// <summary>What the report is made of.</summary>
    /// <param name="sample">Which sample this was.</param>
    /// <param name="diff">Makes a diff of a path, the text before and the text after.</param>
    public Attempt ToAttempt(int sample, Func<string, string, string, string> diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var exchanges = Outcome.Attempts.Select(attempt => attempt.Proposal.Exchange).OfType<Repair.Proposing.ModelExchange>().ToList();
        return new Attempt
        {
            Task = Case.Id,
            Category = Case.Category,
            Sample = sample,
            Answered = Answered,
            Offered = Offered,
            Correct = Correct,
            Failed = Outcome.Abstention is { Failed: true },
            Rounds = Outcome.Attempts.Select(attempt => attempt.Round).DefaultIfEmpty().Max(),
            Reason = Reason,
            Check = Check,
            Rejections = [.. Outcome.Attempts.Select(attempt => attempt.Verdict?.Failure?.Name).OfType<string>()],
            PromptTokens = exchanges.Count == 0 ? null : exchanges.Sum(exchange => exchange.PromptTokens ?? 0),
            CompletionTokens = exchanges.Count == 0 ? null : exchanges.Sum(exchange => exchange.CompletionTokens ?? 0),
            ModelMs = Asked.TotalMilliseconds,
            RunMs = Tests?.Elapsed.TotalMilliseconds ?? 0,
            Shown = IsFalseAccept ? diff(Case.File, Outcome.Request.Text.ToString(), OfferedText!) : string.Empty,
        };
    }
}
