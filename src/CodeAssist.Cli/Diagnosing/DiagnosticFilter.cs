using System.Collections.Immutable;
using CodeAssist.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Cli.Diagnosing;

/// <summary>Which diagnostics a command is about.</summary>
/// <param name="Ids">The IDs that were asked for by name; empty means our rules.</param>
/// <param name="Severity">The mildest severity, or null for the default.</param>
internal sealed record DiagnosticFilter(ImmutableHashSet<string> Ids, DiagnosticSeverity? Severity)
{
    /// <summary>What the analyzer driver itself reports: an analyzer threw.</summary>
    public const string AnalyzerBroke = "AD0001";

    // Our rules speak from suggestion upwards; an ID that was named is wanted however mild it is.
    private DiagnosticSeverity Mildest => Severity ?? (Ids.IsEmpty ? DiagnosticSeverity.Info : DiagnosticSeverity.Hidden);

    /// <summary>A filter of IDs in any case.</summary>
    public static DiagnosticFilter Of(IEnumerable<string> ids, DiagnosticSeverity? severity = null) =>
        new(ids.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase), severity);

    /// <summary>Whether a diagnostic is one that was asked for.</summary>
    public bool Matches(Diagnostic diagnostic) =>
        !diagnostic.IsSuppressed && diagnostic.Severity >= Mildest && IsWanted(diagnostic.Id);

    /// <summary>Whether a diagnostic says that an analyzer broke, so that findings may be missing.</summary>
    public static bool IsBreakdown(Diagnostic diagnostic) => diagnostic.Id == AnalyzerBroke;

    /// <summary>Whether an ID is one that was asked for.</summary>
    public bool IsWanted(string id) => Ids.IsEmpty ? OwnAnalyzers.Ids.Contains(id) : Ids.Contains(id);

    /// <summary>Whether the compiler itself may report what was asked for.</summary>
    public bool ConcernsCompiler => Ids.Any(IsCompilerId);

    /// <summary>The analyzers that may report what was asked for, and those that may suppress it.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Choose(IEnumerable<DiagnosticAnalyzer> analyzers) =>
    [
        .. analyzers.Where(analyzer => analyzer is DiagnosticSuppressor suppressor
            ? suppressor.SupportedSuppressions.Any(suppression => IsWanted(suppression.SuppressedDiagnosticId))
            : analyzer.SupportedDiagnostics.Any(rule => IsWanted(rule.Id))),
    ];

    private static bool IsCompilerId(string id) =>
        id.Length > 2 && id.StartsWith("CS", StringComparison.OrdinalIgnoreCase) && id.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
}
