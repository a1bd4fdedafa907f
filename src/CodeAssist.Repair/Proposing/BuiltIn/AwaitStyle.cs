using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>How the code around a place awaits, so that a new await looks like its neighbours.</summary>
internal static class AwaitStyle
{
    private const string Configured = ".ConfigureAwait(false)";

    /// <summary>
    /// What stands behind an awaited task: <c>.ConfigureAwait(false)</c> where every await of the type, or of the file's
    /// statements, has it, and nothing elsewhere.
    /// </summary>
    public static string SuffixAt(SyntaxNode place)
    {
        var around = (SyntaxNode?)place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot();
        var any = false;
        foreach (var awaited in around.DescendantNodes().OfType<AwaitExpressionSyntax>())
        {
            if (!IsConfigured(awaited.Expression))
                return string.Empty;
            any = true;
        }

        return any ? Configured : string.Empty;
    }

    private static bool IsConfigured(ExpressionSyntax awaited) =>
        awaited is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" },
            ArgumentList.Arguments: [{ Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression }],
        };
}
