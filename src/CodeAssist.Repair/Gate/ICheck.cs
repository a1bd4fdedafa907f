namespace CodeAssist.Repair.Gate;

/// <summary>One check of the gate.</summary>
internal interface ICheck
{
    /// <summary>The name in verdicts, evidence and docs.</summary>
    string Name { get; }

    /// <summary>Judges the edit.</summary>
    Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation);
}

/// <summary>What a check found.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why, where it failed or was skipped.</param>
internal readonly record struct CheckFinding(CheckOutcome Outcome, string? Reason)
{
    public static CheckFinding Passed { get; } = new(CheckOutcome.Passed, null);

    /// <summary>The edit is rejected.</summary>
    public static CheckFinding Failed(string key, params object?[] arguments) => new(CheckOutcome.Failed, Messages.Get(key, arguments));

    /// <summary>The check does not apply.</summary>
    public static CheckFinding Skipped(string key, params object?[] arguments) => new(CheckOutcome.Skipped, Messages.Get(key, arguments));
}
