namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA2xxx.</summary>
internal static class ConcurrencyGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
    ];
}
