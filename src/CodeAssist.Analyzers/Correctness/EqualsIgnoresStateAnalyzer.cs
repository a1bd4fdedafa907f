using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1024: an <c>Equals</c> or <c>GetHashCode</c> that reads no state, or a hash of state that <c>Equals</c> ignores.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EqualsIgnoresStateAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private const int MostNamed = 3;

    // A field that keeps the hash code is computed from the others.
    private static readonly string[] Computed = ["hash", "cache", "lazy"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.EqualsIgnoresState, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (!context.IsTestProject)
            context.OnOperationBlock(block => Analyze(context, block));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { ContainingType: { IsRefLikeType: false } type } method
            || !(EqualityMembers.IsEquals(method) || EqualityMembers.IsGetHashCode(method)))
        {
            return;
        }

        var operations = context.AllOperations().ToList();
        var state = EqualityMembers.StateOf(type);
        if (state.Count == 0 || operations.Exists(operation => operation is IThrowOperation))
            return;
        if (operations.Exists(operation => ReadsInstance(operation)))
        {
            if (EqualityMembers.IsGetHashCode(method))
                AnalyzeHash(rule, context, operations, type);
        }
        else if (method.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax(context.CancellationToken) is MethodDeclarationSyntax declaration
            && !IsExplained(declaration) && !IsMeant(method, type, operations))
        {
            rule.Report(context, new Finding(declaration)
            {
                Location = declaration.Identifier.GetLocation(),
                Arguments = [method.Name, string.Join(", ", state.Take(MostNamed)) + (state.Count > MostNamed ? ", ..." : string.Empty)],
            });
        }
    }

    private static bool ReadsInstance(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,

        // A primary constructor's parameter is state too.
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => operation.Kind is OperationKind.None or OperationKind.Invalid,
    };

    private static bool IsExplained(MethodDeclarationSyntax declaration) =>
        Comments.AreIn(declaration)
        || declaration.GetLeadingTrivia().Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    // All objects of a singleton's type are equal; and a hash code that never differs is no contradiction to an Equals of the base.
    private static bool IsMeant(IMethodSymbol method, INamedTypeSymbol type, List<IOperation> operations) =>
        EqualityMembers.IsGetHashCode(method)
            ? !type.GetMembers().Any(EqualityMembers.IsEquals)
            : EqualityMembers.IsSingleton(type) && operations.Exists(operation => operation is IIsTypeOperation or IIsPatternOperation);

    private static void AnalyzeHash(RuleContext rule, OperationBlockAnalysisContext context, List<IOperation> operations, INamedTypeSymbol type)
    {
        // An Equals that reads nothing at all is reported itself.
        if (operations.Exists(operation => operation is IAssignmentOperation or IIncrementOrDecrementOperation)
            || EqualityMembers.ReadByEquals(type, context.CancellationToken) is not { Count: > 0 } compared)
        {
            return;
        }

        foreach (var operation in operations)
        {
            if (operation is IFieldReferenceOperation or IPropertyReferenceOperation
                && operation is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Member: var member }
                && SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
                && EqualityMembers.DataOf(member, context.CancellationToken) is { } data
                && compared.Add(data) && !Words.AnyStartsWith(data.Name, Computed))
            {
                rule.Report(context, new Finding(operation.Syntax) { Arguments = ["Equals", data.Name] });
            }
        }
    }
}
