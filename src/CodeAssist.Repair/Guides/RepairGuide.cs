namespace CodeAssist.Repair.Guides;

/// <summary>What is known about repairing the diagnostics of one ID.</summary>
/// <param name="DiagnosticId">The diagnostics' ID.</param>
/// <param name="Advice">What a good repair does and what it must not do, in plain English, for the prompt and the rule's page.</param>
/// <param name="Allowance">What a repair may change, as data, for the gate.</param>
public sealed record RepairGuide(string DiagnosticId, string Advice, Allowance Allowance)
{
    /// <summary>The advice in Simplified Chinese.</summary>
    public string AdviceInChinese { get; init; } = string.Empty;
}
