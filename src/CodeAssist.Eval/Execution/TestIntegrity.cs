using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Execution;

/// <summary>
/// Whether the hidden test still means what it says beside an answer: an answer can declare a <c>Debug</c> of its own,
/// or take the symbol DEBUG away, and nothing is asserted any more.
/// </summary>
public static class TestIntegrity
{
    /// <summary>What the answer does to the test; null where the test is what it was.</summary>
    /// <param name="compilation">The program of one file.</param>
    /// <param name="test">Where the test's text is.</param>
    /// <param name="subjects">The names of the members that the test is there to call.</param>
    /// <param name="cancellation">Stops the looking.</param>
    public static string? Problem(CSharpCompilation compilation, TextSpan test, IReadOnlySet<string> subjects, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees[0];
        var root = tree.GetRoot(cancellation);
        if (root.DescendantTrivia(descendIntoTrivia: true).Any(trivia => trivia.IsKind(SyntaxKind.UndefDirectiveTrivia)))
            return "the answer undefines a symbol: assertions would be left out";
        var model = compilation.GetSemanticModel(tree);
        foreach (var call in root.DescendantNodes(node => node.FullSpan.IntersectsWith(test)).OfType<InvocationExpressionSyntax>())
        {
            if (test.Contains(call.Span)
                && model.GetSymbolInfo(call, cancellation).Symbol is { } method
                && method.DeclaringSyntaxReferences is [var declaration, ..]
                && !test.Contains(declaration.Span)
                && !subjects.Contains(method.Name))
                return $"the answer redefines {method.ContainingType?.Name}.{method.Name}, which the test calls";
        }

        return null;
    }
}
