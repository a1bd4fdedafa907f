using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1017: a static field that is initialised from a static field further down, which has no value yet.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticInitializerOrderAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.StaticInitializerOrder, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not (IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true }))
            return;
        var owner = context.OwningSymbol;
        HashSet<ISymbol>? seen = null;
        foreach (var initializer in context.OperationBlocks.Where(block => block is IFieldInitializerOperation or IPropertyInitializerOperation))
        {
            foreach (var read in Reads(initializer))
            {
                if (!(seen ??= new(SymbolEqualityComparer.Default)).Add(read.Member) || !IsOfSameType(read.Member, owner)
                    || DeclarationOf(read.Member, context.CancellationToken) is not { } later
                    || !IsFurtherDown(later, initializer.Syntax)
                    || IsSetInConstructor(owner, context.CancellationToken))
                {
                    continue;
                }

                rule.Report(context, new Finding(read.Syntax)
                {
                    Location = OneLine.Of(read.Syntax, read.Syntax is MemberAccessExpressionSyntax access ? access.Name : read.Syntax),
                    AdditionalLocations = [later.GetLocation()],
                    Arguments = [owner.Name, read.Member.Name],
                });
            }
        }
    }

    // The static fields and automatic properties whose value is read while the initialiser runs; what a lambda reads, it reads later.
    private static IEnumerable<IMemberReferenceOperation> Reads(IOperation initializer)
    {
        var pending = new Stack<IOperation>();
        pending.Push(initializer);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation or IAddressOfOperation)
                continue;
            if (operation is IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } } or IPropertyReferenceOperation { Property.IsStatic: true }
                && IsRead(operation))
            {
                yield return (IMemberReferenceOperation)operation;
            }

            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    private static bool IsRead(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => !ReferenceEquals(assignment.Target, reference),
        IIncrementOrDecrementOperation => false,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => false,
        _ => true,
    };

    private static bool IsOfSameType(ISymbol read, ISymbol owner) =>
        SymbolEqualityComparer.Default.Equals(read.ContainingType, owner.ContainingType) && !SymbolEqualityComparer.Default.Equals(read, owner);

    // Of a field or an automatic property with an initialiser that gives it another value than the one it has before.
    private static SyntaxNode? DeclarationOf(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.Length != 1)
            return null;
        var declaration = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        var value = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } property when accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) =>
                property.Initializer?.Value,
            _ => null,
        };
        return value is null || IsDefault(value) ? null : declaration;
    }

    private static bool IsDefault(ExpressionSyntax value)
    {
        while (value is PostfixUnaryExpressionSyntax suppressed && suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            value = suppressed.Operand;
        return value is DefaultExpressionSyntax
            || (value is LiteralExpressionSyntax literal
                && (literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.FalseLiteralExpression
                    || literal.Token.Value is 0 or 0L or 0u or 0UL or 0d or 0f or 0m or '\0'));
    }

    // In the order of the text within one part of the type; between parts no order is promised.
    private static bool IsFurtherDown(SyntaxNode later, SyntaxNode initializer) =>
        later.SyntaxTree == initializer.SyntaxTree
        && later.SpanStart > initializer.SpanStart
        && later.FirstAncestorOrSelf<TypeDeclarationSyntax>() == initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    // A static constructor that sets the field again makes good what the initialiser read too early.
    private static bool IsSetInConstructor(ISymbol owner, CancellationToken cancellation) =>
        owner.ContainingType.StaticConstructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment => assignment.Left switch
            {
                IdentifierNameSyntax name => name.Identifier.ValueText == owner.Name,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == owner.Name,
                _ => false,
            });
}
