using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>Ways around the type system that were not there: <c>dynamic</c>, <c>unsafe</c>, pointers.</summary>
internal sealed class UnsafeCode : IBan
{
    public string? Find(PolicySubject subject)
    {
        var added = PolicySubject.Added(Uses([subject.OldNode]), Uses(subject.NewNodes)).FirstOrDefault();
        return added is null ? null : Messages.Get("UnsafeCodeAdded", added);
    }

    private static IEnumerable<string> Uses(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes.SelectMany(node => node.DescendantNodesAndSelf()))
        {
            switch (node)
            {
                case IdentifierNameSyntax { Identifier.Text: "dynamic" } name when IsType(name):
                    yield return "dynamic";
                    break;
                case UnsafeStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax:
                    yield return "unsafe";
                    break;
                case MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.UnsafeKeyword):
                    yield return "unsafe";
                    break;
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.UnsafeKeyword):
                    yield return "unsafe";
                    break;
            }
        }
    }

    private static bool IsType(IdentifierNameSyntax name) => name.Parent is
        VariableDeclarationSyntax or ParameterSyntax or CastExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } or NullableTypeSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax
        or DeclarationExpressionSyntax or ForEachStatementSyntax or DefaultExpressionSyntax or PropertyDeclarationSyntax or TupleElementSyntax;
}
