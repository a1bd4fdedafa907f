using System.Collections.Immutable;

namespace CodeAssist.Repair.Guides;

/// <summary>The guides by diagnostic ID.</summary>
public static class RepairGuides
{
    private static readonly ImmutableDictionary<string, RepairGuide> ById =
        CorrectnessGuides.All
            .Concat(ConcurrencyGuides.All)
            .Concat(ExceptionGuides.All)
            .Concat(UnfinishedGuides.All)
            .Concat(CompilerGuides.All)
            .Concat(ForeignGuides.All)
            .Append(FailingTestGuide.Guide)
            .ToImmutableDictionary(guide => guide.DiagnosticId);

    /// <summary>Every guide.</summary>
    public static IEnumerable<RepairGuide> All => ById.Values;

    /// <summary>Whether an ID has a guide of its own.</summary>
    public static bool Knows(string diagnosticId) => ById.ContainsKey(diagnosticId);

    /// <summary>
    /// The guide of a diagnostic; for an ID that has none of its own, one that asks for the smallest change of
    /// the flagged statement and allows nothing outside it.
    /// </summary>
    public static RepairGuide For(string diagnosticId) =>
        ById.TryGetValue(diagnosticId, out var guide) ? guide : ForeignGuides.Default(diagnosticId);
}
