namespace CodeAssist.Repair.Guides;

/// <summary>The guides of diagnostics that are not ours: the compiler's and other analyzers'.</summary>
internal static class ForeignGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
    ];

    /// <summary>The guide of an ID that has none of its own.</summary>
    public static RepairGuide Default(string diagnosticId) => new(
        diagnosticId,
        "Repair the flagged statement with the smallest change that removes the cause of the diagnostic. Keep what the code does otherwise.",
        new Allowance { Within = EffectKinds.All })
    {
        AdviceInChinese = "用最小的改动修复被标记的语句，消除诊断的原因。其余行为保持不变。",
    };
}
