using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes;

/// <summary>Gives a diagnostic's checked edit: what the providers and their Fix All have in common.</summary>
internal interface ICheckedFixes
{
    /// <summary>The gate's analyzers, by which Fix All follows diagnostics from edit to edit.</summary>
    IAnalyzerSource Analyzers { get; }

    /// <summary>The checked edit of a diagnostic, waiting as long as it may take; null where there is none. Never throws but for cancellation.</summary>
    Task<CheckedEdit?> FixAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation);
}
