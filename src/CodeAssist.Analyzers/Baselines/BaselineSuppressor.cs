using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>
/// Silences what a baseline knows of the compiler's and other analyzers' warnings. Our own rules ask the baseline
/// themselves, before they report.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    /// <summary>The ID of the suppression, for those who want to switch it off: <c>NoWarn</c> takes it.</summary>
    public const string SuppressionId = "CDASPR0001";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ById = ForeignDiagnostics.Ids.ToImmutableDictionary(
        id => id,
        id => new SuppressionDescriptor(SuppressionId, id, new LocalizableResourceString("Baseline_Justification", RuleTexts.ResourceManager, typeof(RuleTexts))),
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ById.Values.ToImmutableArray();

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var baseline = Baseline.Of(context.Options);
        if (baseline.IsEmpty)
            return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (diagnostic.Location.SourceTree is { } tree
                && baseline.Concerns(diagnostic.Id, tree.FilePath)
                && baseline.Holds(diagnostic.Id, ForeignFingerprint.Of(diagnostic, tree, context.CancellationToken), tree.FilePath)
                && ById.TryGetValue(diagnostic.Id, out var descriptor))
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }
}
