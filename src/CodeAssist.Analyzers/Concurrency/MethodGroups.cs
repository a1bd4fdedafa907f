using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>
/// The names that code uses without calling them: where a method's name is among them it may be used as a delegate.
/// By name alone, so that one look at each piece of code is enough.
/// </summary>
internal sealed class MethodGroups
{
    private readonly ConcurrentDictionary<SyntaxNode, HashSet<string>> _byRoot = new();

    /// <summary>Whether a method's name is used without a call: of a private one in its type, else anywhere in the compilation.</summary>
    public bool MayUse(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var roots = method.DeclaredAccessibility == Accessibility.Private
            ? method.ContainingType.DeclaringSyntaxReferences.Select(reference => OutermostType(reference.GetSyntax(cancellation)))
            : compilation.SyntaxTrees.Select(tree => tree.GetRoot(cancellation));
        return roots.Any(root => MayUse(method.Name, root));
    }

    /// <summary>Whether a name is used without a call in a piece of code.</summary>
    public bool MayUse(string name, SyntaxNode root) => _byRoot.GetOrAdd(root, NamesIn).Contains(name);

    private static HashSet<string> NamesIn(SyntaxNode root) =>
        [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsValue).Select(name => name.Identifier.ValueText)];

    private static SyntaxNode OutermostType(SyntaxNode type) => type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Last();

    // An argument, the right side of `=` or `+=`, an initialiser, what is returned; behind `a.` too.
    private static bool IsValue(SimpleNameSyntax name)
    {
        ExpressionSyntax value = name;
        while (value.Parent is MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or PostfixUnaryExpressionSyntax
            or BinaryExpressionSyntax && value.Parent is ExpressionSyntax outer)
        {
            if (outer is MemberAccessExpressionSyntax member && member.Expression == value)
                return false;
            value = outer;
        }

        return value.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } } => false,
            ArgumentSyntax or AttributeArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax
                or InitializerExpressionSyntax or SwitchExpressionArmSyntax or LambdaExpressionSyntax or ExpressionElementSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == value,
            _ => false,
        };
    }
}
