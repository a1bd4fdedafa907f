using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers;

/// <summary>The base of every rule: sets what all rules share, so that a rule's file holds the rule and nothing else.</summary>
public abstract class CodeAssistAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor;

    /// <summary>Makes the analyzer of one rule.</summary>
    protected CodeAssistAnalyzer(DiagnosticDescriptor descriptor)
    {
        _descriptor = descriptor;
        SupportedDiagnostics = ImmutableArray.Create(descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => Register(new RuleContext(start, _descriptor)));
    }

    /// <summary>
    /// Registers the rule's actions for one compilation. Well-known types are looked up here, once;
    /// a rule whose types are missing registers nothing.
    /// </summary>
    protected abstract void Register(RuleContext context);
}
