using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>
/// CDA2009: a lock is taken on an object that strangers can lock too (this, a type, a string), or on one that the
/// other threads do not have (a fresh object, a value that is replaced).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockOnSharedObjectAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LockOnSharedObject, Category.Concurrency, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var type = context.Type("System.Type");
        var modernLock = context.Type("System.Threading.Lock");
        var reassignments = new Reassignments();
        context.OnOperation(operation => Analyze(context, type, modernLock, reassignments, operation), OperationKind.Lock);
    }

    private static void Analyze(RuleContext rule, INamedTypeSymbol? type, INamedTypeSymbol? modernLock, Reassignments reassignments, OperationAnalysisContext context)
    {
        var operation = (ILockOperation)context.Operation;
        var locked = operation.LockedValue.Unwrapped();
        if (modernLock is not null && SymbolEqualityComparer.Default.Equals(locked.Type, modernLock))
            return;
        if (IsVisibleToStrangers(locked, type, context.ContainingSymbol) || IsFresh(locked, operation, context) || IsReplaced(locked, operation, reassignments, context))
            rule.Report(context, operation.LockedValue.Syntax, Snippet.Of(operation.LockedValue.Syntax));
    }

    private static bool IsVisibleToStrangers(IOperation locked, INamedTypeSymbol? type, ISymbol container) =>
        locked is IInstanceReferenceOperation
            // Only the enclosing type's code can lock an object of a private nested type.
            ? container.ContainingType is not { DeclaredAccessibility: Accessibility.Private }
            : locked.Type is { SpecialType: SpecialType.System_String } || (type is not null && locked.Type.IsOrDerivesFrom(type));

    // Another object each time: nobody else waits for it.
    private static bool IsFresh(IOperation locked, ILockOperation operation, OperationAnalysisContext context) => locked switch
    {
        _ when IsCreation(locked) || locked.Type is { IsValueType: true } => true,
        IPropertyReferenceOperation { Property.IsVirtual: false, Property.IsAbstract: false } property => MakesNew(property.Property, context.CancellationToken),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => IsFreshLocal(local, operation, context),
        _ => false,
    };

    private static bool IsCreation(IOperation value) =>
        value is IObjectCreationOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation;

    private static bool MakesNew(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.Length == 1
        && property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody ?? Getter(declaration))?.Expression is BaseObjectCreationExpressionSyntax;

    private static ArrowExpressionClauseSyntax? Getter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.Text == "get")?.ExpressionBody;

    // A local that is made here and used for nothing but locks of this function.
    private static bool IsFreshLocal(ILocalSymbol local, ILockOperation operation, OperationAnalysisContext context)
    {
        if (local.DeclaringSyntaxReferences.Length != 1
            || local.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } made } declarator
            || operation.SemanticModel?.GetOperation(made, context.CancellationToken) is not { } value || !IsCreation(value.Unwrapped())
            || declarator.FirstAncestorOrSelf<BlockSyntax>() is not { } scope)
        {
            return false;
        }

        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == local.Name && name.Parent is not LockStatementSyntax)
                return false;
            if (name.Identifier.ValueText == local.Name && IsInFunction(name, scope))
                return false;
        }

        return true;
    }

    private static bool IsInFunction(SyntaxNode node, SyntaxNode scope) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != scope).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    // Whoever comes after the change locks another object than those who came before it.
    private static bool IsReplaced(IOperation locked, ILockOperation operation, Reassignments reassignments, OperationAnalysisContext context) => locked switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => IsAssignedIn(operation.Body, locked),
        IFieldReferenceOperation { Field.IsReadOnly: false } field when IsOwn(field, context) =>
            reassignments.Has(field.Field, operation.SemanticModel!, context.CancellationToken),
        IPropertyReferenceOperation { Property: { IsIndexer: false, SetMethod: not null } } property when IsOwn(property, context) =>
            reassignments.Has(property.Property, operation.SemanticModel!, context.CancellationToken),
        _ => false,
    };

    private static bool IsOwn(IMemberReferenceOperation member, OperationAnalysisContext context) =>
        member.Instance is null or IInstanceReferenceOperation
        && SymbolEqualityComparer.Default.Equals(member.Member.ContainingType, context.ContainingSymbol.ContainingType);

    private static bool IsAssignedIn(IOperation body, IOperation variable) =>
        body.Descendants().Any(operation => operation is ISimpleAssignmentOperation assignment && StablePath.Same(assignment.Target, variable));
}
