using System.Collections.Immutable;
using CodeAssist.Repair.Guides;

namespace CodeAssist.CodeFixes;

/// <summary>The diagnostics that get a model fix.</summary>
internal static class ModelDiagnostics
{
    /// <summary>Ours, which are those that have a guide, the compiler's and other analyzers', and what the user's configuration adds.</summary>
    public static ImmutableArray<string> With(IEnumerable<string> added) =>
        RepairGuides.All.Select(guide => guide.DiagnosticId)
            .Concat(ForeignDiagnostics.Ids)
            .Concat(added)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => id, StringComparer.Ordinal)
            .ToImmutableArray();
}
