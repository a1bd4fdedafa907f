using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1007: an element that is written twice in a row and not read in between.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverwrittenElementAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.OverwrittenElement, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        var same = new SameValue(stability);
        var observed = context.Type("System.Collections.Specialized.INotifyCollectionChanged");
        context.OnOperation(
            operation => Analyze(context, operation, () => new ElementWrites(stability, same, observed)),
            OperationKind.Block,
            OperationKind.SwitchCase,
            OperationKind.ObjectOrCollectionInitializer);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, Func<ElementWrites> nothingWritten)
    {
        if (!WritesSeveral(context.Operation))
            return;
        ElementWrites? writes = null;
        foreach (var statement in StatementsOf(context.Operation))
        {
            if (statement is not ISimpleAssignmentOperation { IsRef: false } assignment)
            {
                writes?.Clear();
                continue;
            }

            writes ??= nothingWritten();
            if (writes.Add(assignment) is not { } earlier)
                continue;
            rule.Report(context, new Finding(assignment.Target.Syntax)
            {
                AdditionalLocations = [earlier.Syntax.GetLocation()],
                Arguments = [Snippet.Of(assignment.Target.Syntax)],
            });
        }
    }

    // Whether two statements write an element: few lists of statements have as many.
    private static bool WritesSeveral(IOperation operation)
    {
        var statements = operation switch
        {
            IBlockOperation block => block.Operations,
            ISwitchCaseOperation section => section.Body,
            IObjectOrCollectionInitializerOperation initializer => initializer.Initializers,
            _ => ImmutableArray<IOperation>.Empty,
        };
        var found = 0;
        foreach (var statement in statements)
        {
            if (WithoutStatement(statement) is ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } } && ++found == 2)
                return true;
        }

        return false;
    }

    private static IEnumerable<IOperation> StatementsOf(IOperation operation) => operation switch
    {
        IBlockOperation block => block.Operations.Select(WithoutStatement),
        ISwitchCaseOperation section => section.Body.Select(WithoutStatement),
        IObjectOrCollectionInitializerOperation initializer => initializer.Initializers,
        _ => [],
    };

    private static IOperation WithoutStatement(IOperation statement) => statement is IExpressionStatementOperation expression ? expression.Operation : statement;
}
