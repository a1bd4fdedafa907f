using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// Reports nothing and keeps the semantic model of an analyzer run. A run binds a compilation of its own; what it has
/// bound, the checks <c>compile</c> and <c>behaviour</c> need not bind again.
/// </summary>
[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1001", Justification = "No host may load it: it serves one run of the gate.")]
internal sealed class ModelCapture(SyntaxTree tree) : DiagnosticAnalyzer
{
    private volatile SemanticModel? _model;

    /// <summary>The model of the tree; null before the run, and where the run did not come to it.</summary>
    public SemanticModel? Model => _model;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        // An analyzer without an enabled descriptor is not run.
        new DiagnosticDescriptor("CodeAssistModel", "Model", "Model", "Gate", DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable));

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterSemanticModelAction(action =>
        {
            if (action.SemanticModel.SyntaxTree == tree)
                _model = action.SemanticModel;
        });
    }
}
