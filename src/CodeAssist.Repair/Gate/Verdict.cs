using System.Collections.Immutable;

namespace CodeAssist.Repair.Gate;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>The check found nothing wrong.</summary>
    Passed,

    /// <summary>The check rejects the edit.</summary>
    Failed,

    /// <summary>The check does not apply to this edit; the reason says why.</summary>
    Skipped,
}

/// <summary>What one check said of one edit.</summary>
/// <param name="Name">The check's name, such as <c>compile</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it failed or was skipped, in the user's language; null where it passed.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CheckResult(string Name, CheckOutcome Outcome, string? Reason, TimeSpan Elapsed);

/// <summary>What the gate said of an edit: accepted only where no check failed.</summary>
/// <param name="Checks">The checks that ran, in order; the first failure is the last.</param>
public sealed record Verdict(ImmutableArray<CheckResult> Checks)
{
    /// <summary>The name of the one member that the edit touches; null where it touches something else, or more.</summary>
    public string? Member { get; init; }

    /// <summary>How many effects the edit makes vanish or appear; null where no check got as far as comparing them.</summary>
    public int? ChangedEffects { get; init; }

    /// <summary>Whether every check passed or does not apply.</summary>
    public bool Accepted => Checks.Length > 0 && Checks.All(check => check.Outcome != CheckOutcome.Failed);

    /// <summary>The check that rejected the edit, or null.</summary>
    public CheckResult? Failure => Checks.FirstOrDefault(check => check.Outcome == CheckOutcome.Failed);
}
