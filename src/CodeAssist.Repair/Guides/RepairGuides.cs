using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Guides;

/// <summary>The guides by diagnostic ID.</summary>
public static class RepairGuides
{
    // What analyzers call the rules that are about how something is written, and not about what it does.
    private static readonly string[] FormCategories = ["Performance", "Style", "Maintainability", "Simplification", "Roslynator", "Assertion", "Assertions", "Code Smell"];

    // These are of such a category, and a repair of them does something else than before all the same.
    private static readonly ImmutableHashSet<string> Changing = ImmutableHashSet.Create(
        "CA1820", "RCS1090", "RCS1155", "S112", "S1121", "S1226", "S2696", "S2925", "S3236", "S3265", "S3427", "S3871", "S4144", "S4457", "S6561", "S6562", "S6563", "S6566", "S6575", "S6580");

    // In how many places a right repair changes what a member means: measured on the corpus of labelled repairs.
    private static readonly ImmutableDictionary<int, ImmutableHashSet<string>> Places = ImmutableDictionary<int, ImmutableHashSet<string>>.Empty
        .Add(1, ImmutableHashSet.Create(
            "CDA1001", "CDA1003", "CDA1005", "CDA1007", "CDA1009", "CDA1010", "CDA1011", "CDA1012", "CDA1014", "CDA1016", "CDA1018", "CDA1020", "CDA1021", "CDA1022", "CDA1024", "CDA1025", "CDA1027", "CDA1028", "CDA1033",
            "CDA1038", "CDA1039", "CDA2003", "CDA2006", "CDA2009", "CDA2010", "CDA3004", "CDA3005", "CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8629"))
        .Add(2, ImmutableHashSet.Create("CDA1004", "CDA1006", "CDA1008", "CDA1013", "CDA1023", "CDA3002", "CDA3006"));

    private static readonly ImmutableDictionary<string, RepairGuide> ById =
        CorrectnessGuides.All
            .Concat(ConcurrencyGuides.All)
            .Concat(ExceptionGuides.All)
            .Concat(UnfinishedGuides.All)
            .Concat(CompilerGuides.All)
            .Concat(ForeignGuides.All)
            .Append(FailingTestGuide.Guide)
            .Select(WithPlaces)
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

    /// <summary>
    /// The guide of a diagnostic; for one that has none of its own and whose category says that it is about how code is
    /// written, one that lets nothing change that the code does.
    /// </summary>
    public static RepairGuide For(Diagnostic diagnostic) =>
        Knows(diagnostic.Id) || Changing.Contains(diagnostic.Id) || !Array.Exists(FormCategories, category => diagnostic.Descriptor.Category.EndsWith(category, StringComparison.Ordinal))
            ? For(diagnostic.Id)
            : ForeignGuides.OfForm(diagnostic.Id);

    private static RepairGuide WithPlaces(RepairGuide guide) =>
        Places.FirstOrDefault(entry => entry.Value.Contains(ForeignGuides.PeerOf(guide.DiagnosticId) ?? guide.DiagnosticId)) is { Value: not null } most
            ? guide with { Allowance = guide.Allowance with { MostPlaces = most.Key } }
            : guide;
}
