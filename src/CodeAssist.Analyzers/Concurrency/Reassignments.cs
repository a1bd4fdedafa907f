using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>
/// Where a type gives its own fields and properties another value after they were set up. A constructor, an
/// initialising or cleaning method, and an assignment of what is still null do not count.
/// </summary>
/// <param name="constructorsOnly">Whether constructors alone set up, and every kind of assignment elsewhere counts.</param>
internal sealed class Reassignments(bool constructorsOnly = false)
{
    // Methods that run before or after all others, by the beginnings of their names.
    private static readonly string[] SetUpNames = ["Init", "OnInit", "Setup", "SetUp", "OnDeserial", "Awake", "Dispose", "Finalize", "Close"];

    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, AssignmentExpressionSyntax>> _byType = new();

    /// <summary>Whether the type that declares a member assigns it again, as far as the model's file shows.</summary>
    public bool Has(ISymbol member, SemanticModel model, CancellationToken cancellation) =>
        member.ContainingType.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == model.SyntaxTree)
            .Select(reference => reference.GetSyntax(cancellation))
            .Any(type => _byType.GetOrAdd(type, Candidates)[member.Name].Any(assignment => Reassigns(assignment, member, model, cancellation)));

    private ILookup<string, AssignmentExpressionSyntax> Candidates(SyntaxNode type) =>
        type.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => (constructorsOnly || assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) && OwnName(assignment.Left) is not null && !IsSetUp(assignment))
            .ToLookup(assignment => OwnName(assignment.Left)!);

    // A member of this object or of the type: another object's is set up by whoever makes it.
    private static string? OwnName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax { Parent.Parent: not InitializerExpressionSyntax } name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or NameSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool Reassigns(AssignmentExpressionSyntax assignment, ISymbol member, SemanticModel model, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellation).Symbol, member)
        && (member.IsStatic || assignment.Left is not MemberAccessExpressionSyntax { Expression: NameSyntax });

    private bool IsSetUp(AssignmentExpressionSyntax assignment)
    {
        var name = OwnName(assignment.Left);
        foreach (var ancestor in assignment.Ancestors())
        {
            switch (ancestor)
            {
                case IfStatementSyntax @if when !constructorsOnly && AsksForNull(@if.Condition, name):
                case ConstructorDeclarationSyntax or DestructorDeclarationSyntax:
                case AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration }:
                    return true;
                case MethodDeclarationSyntax method:
                    return !constructorsOnly && SetUpNames.Any(beginning => method.Identifier.ValueText.StartsWith(beginning, StringComparison.Ordinal));
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool AsksForNull(ExpressionSyntax condition, string? name) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equals =>
            equals.Right.IsKind(SyntaxKind.NullLiteralExpression) && OwnName(equals.Left) == name,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } pattern =>
            OwnName(pattern.Expression) == name,
        _ => false,
    };
}
