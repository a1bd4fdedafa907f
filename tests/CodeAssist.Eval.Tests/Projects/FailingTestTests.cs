using CodeAssist.Eval.Projects;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Tests.Projects;

/// <summary>Where a bug is flagged that only a test tells of, and when it no longer is.</summary>
public class FailingTestTests
{
    private const string Source = "class C\n{\n    int M(int n)\n    {\n        if (n > 0)\n            return n - 1;\n        n = 5;\n\n        return n;\n    }\n\n    int N(int n) => n + 1;\n}\n";

    [Theory]
    [InlineData("n - 1", "return n - 1;")]
    [InlineData("n > 0", "if (n > 0)")]
    [InlineData("n + 1", "=> n + 1")]
    [InlineData("\n        return n;", "n = 5;")]
    public void The_statement_is_flagged_that_holds_the_bug(string bug, string flagged)
    {
        var root = CSharpSyntaxTree.ParseText(Source).GetRoot();
        var at = new TextSpan(Source.IndexOf(bug, StringComparison.Ordinal), bug[0] == '\n' ? 0 : bug.Length);
        var span = FailingTest.For(root, at, "T")!.Find(root);
        Assert.Equal(flagged, Source.Substring(span!.Value.Start, span.Value.Length));
    }

    [Theory]
    [InlineData("int N(int n) => n + 1;", "int N(int n) => n + 2;", true)]
    [InlineData("class C", "class D", true)]
    [InlineData("return n - 1;", "return n - 1; // right", true)]
    [InlineData("return n - 1;", "return n - 2;", false)]
    [InlineData("n = 5;", "n = 6;", false)]
    public void It_stays_until_the_code_of_its_member_changes(string text, string other, bool stays)
    {
        var root = CSharpSyntaxTree.ParseText(Source).GetRoot();
        var edited = CSharpSyntaxTree.ParseText(Source.Replace(text, other, StringComparison.Ordinal)).GetRoot();
        var analyzer = FailingTest.For(root, new TextSpan(Source.IndexOf("n - 1", StringComparison.Ordinal), 5), "T")!;
        Assert.Equal(stays, analyzer.Find(edited) is not null);
    }
}
