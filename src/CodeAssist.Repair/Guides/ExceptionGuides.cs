namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA3xxx.</summary>
internal static class ExceptionGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
    ];
}
