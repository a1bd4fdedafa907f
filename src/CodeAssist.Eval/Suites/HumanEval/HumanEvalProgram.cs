using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Suites.HumanEval;

/// <summary>Puts a prompt, an answer and the hidden test together.</summary>
internal static class HumanEvalProgram
{
    /// <summary>The program; null where the answer holds no usable code.</summary>
    public static TestedProgram? Of(HumanEvalTask task, Answer answer) => answer switch
    {
        { Text: null } => null,
        { Form: AnswerForm.Completion } => Continued(task, task.Prompt + Cut(answer.Text, task)),
        { Form: AnswerForm.Whole } => Continued(task, answer.Text + "\n"),
        _ => ReplyCode.Of(answer.Text) is { } code && !string.IsNullOrWhiteSpace(code) ? Merged(task, code) : null,
    };

    /// <summary>The name of the method that the prompt leaves open: the last one in it.</summary>
    public static string Subject(HumanEvalTask task) =>
        CSharpSyntaxTree.ParseText(task.Prompt + "\n}}").GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().LastOrDefault()?.Identifier.ValueText ?? string.Empty;

    // A completion ends where the model would have been stopped.
    private static string Cut(string completion, HumanEvalTask task)
    {
        var end = task.StopTokens.Select(token => completion.IndexOf(token, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(completion.Length).Min();
        return completion[..end] + "\n";
    }

    private static TestedProgram Continued(HumanEvalTask task, string start) =>
        new(start + task.Test, new TextSpan(start.Length, task.Test.Length), Subjects(task));

    // A chat model writes the body, the method, the class or the whole file, with or without an entry point of its own:
    // the class that holds the method is found, foreign entry points go, and the test's members come in at its end.
    private static TestedProgram Merged(HumanEvalTask task, string code)
    {
        var name = Subject(task);
        var root = Parse(code);
        if (Method(root, name) is null)
            root = Parse(task.Prompt + code);
        else if (Method(root, name)!.FirstAncestorOrSelf<TypeDeclarationSyntax>() is null)
            root = Parse(Usings(root) + "class Problem {\n" + string.Concat(root.Members.Select(member => member.ToFullString())) + "\n}\n");
        return TestMerge.Into(Usings(Parse(task.Prompt)), root, TestMembers(task), Subjects(task), "Main") ?? Continued(task, root.ToFullString());
    }

    // The test without the brace that closes the method before it and the one that closes the class after it.
    private static string TestMembers(HumanEvalTask task)
    {
        var from = task.Test.IndexOf('}') + 1;
        return task.Test[from..task.Test.LastIndexOf('}')];
    }

    private static HashSet<string> Subjects(HumanEvalTask task) => [Subject(task)];

    private static string Usings(CompilationUnitSyntax root) => string.Concat(root.Usings.Select(line => line.WithoutTrivia().ToFullString() + "\n"));

    private static CompilationUnitSyntax Parse(string code) => TestMerge.Parse(code);

    // A method at the top level of a file is a local function.
    private static SyntaxNode? Method(SyntaxNode root, string name) => root.DescendantNodes().FirstOrDefault(node => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText == name,
        LocalFunctionStatementSyntax { Parent: GlobalStatementSyntax } function => function.Identifier.ValueText == name,
        _ => false,
    });
}
