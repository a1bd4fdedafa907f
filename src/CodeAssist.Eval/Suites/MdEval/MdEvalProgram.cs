using CodeAssist.Eval.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Suites.MdEval;

/// <summary>Puts a repaired program and its hidden test together.</summary>
internal static class MdEvalProgram
{
    // The tests assert; not every program has the directive, and a second one does no harm.
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Diagnostics;\nusing System.Linq;\n";

    /// <summary>The program.</summary>
    /// <param name="task">The task.</param>
    /// <param name="code">The repaired code, its class left open as it was given, or closed.</param>
    public static TestedProgram Of(MdEvalTask task, string code)
    {
        var subjects = Subjects(task);
        if (TestMerge.Into(Usings, TestMerge.Parse(code), task.Test[..task.Test.LastIndexOf('}')], subjects, "Main", "check") is { } merged)
            return merged;
        var start = Usings + code + "\n";
        return new TestedProgram(start + task.Test, new TextSpan(start.Length, task.Test.Length), subjects);
    }

    /// <summary>The same signatures with nothing in them: a test that passes this one cannot fail.</summary>
    public static TestedProgram Hollow(MdEvalTask task)
    {
        var root = TestMerge.Parse(task.Reference);
        var names = Subjects(task);
        return Of(task, root.ReplaceNodes(
            root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => names.Contains(method.Identifier.ValueText)),
            (_, method) => method
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithBody((BlockSyntax)SyntaxFactory.ParseStatement(ReturnsNothing(method) ? "{ }" : "{ return default; }"))).ToFullString());
    }

    private static bool ReturnsNothing(MethodDeclarationSyntax method) =>
        method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static HashSet<string> Subjects(MdEvalTask task) =>
        [.. TestMerge.Parse(task.Reference).DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)];
}
