using CodeAssist.Eval.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Suites;

/// <summary>Puts the members of a hidden test into the class of an answer that is a file of its own.</summary>
internal static class TestMerge
{
    /// <summary>Parses an answer.</summary>
    public static CompilationUnitSyntax Parse(string code) =>
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None)).GetRoot();

    /// <summary>
    /// The program: the test's members stand at the end of the class that holds the subject, the answer's own entry points
    /// and statements outside of classes are gone. Null where the answer has no such class, or never closes it.
    /// </summary>
    /// <param name="usings">Lines that come first.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="members">The test's members, complete.</param>
    /// <param name="subjects">The names that the test calls; the class that declares one of them is the one.</param>
    /// <param name="replaced">Names whose declarations the test brings along.</param>
    public static TestedProgram? Into(string usings, CompilationUnitSyntax answer, string members, IReadOnlySet<string> subjects, params string[] replaced)
    {
        answer = answer.RemoveNodes(
            answer.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => replaced.Contains(method.Identifier.ValueText)), SyntaxRemoveOptions.KeepNoTrivia) ?? answer;
        answer = answer.RemoveNodes(answer.Members.OfType<GlobalStatementSyntax>(), SyntaxRemoveOptions.KeepNoTrivia) ?? answer;
        var method = answer.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(method => subjects.Contains(method.Identifier.ValueText));
        if (method?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { CloseBraceToken.IsMissing: false } type)
            return null;
        var text = answer.ToFullString();
        var at = type.CloseBraceToken.SpanStart;
        return new TestedProgram(
            usings + text[..at] + "\n" + members + "\n" + text[at..], new TextSpan(usings.Length + at + 1, members.Length), subjects);
    }
}
