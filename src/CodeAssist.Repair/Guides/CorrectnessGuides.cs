namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA1xxx.</summary>
internal static class CorrectnessGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
    ];
}
