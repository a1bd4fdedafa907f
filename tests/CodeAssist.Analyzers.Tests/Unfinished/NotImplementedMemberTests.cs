using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Unfinished.NotImplementedMemberAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Unfinished;

public class NotImplementedMemberTests
{
    private static Task InClass(string members, string head = "class C") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.ComponentModel;
        using System.Threading.Tasks;

        {{head}}
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("int M() { [|throw new NotImplementedException();|] }")]
    [InlineData("int M() => [|throw new NotImplementedException()|];")]
    [InlineData("""int M() => [|throw new NotImplementedException("later")|];""")]
    [InlineData("async Task M() => [|throw new System.NotImplementedException()|];")]
    [InlineData("public static C operator +(C a, C b) => [|throw new NotImplementedException()|];")]
    [InlineData("C(int n) { [|throw new NotImplementedException();|] }")]
    [InlineData("int P => [|throw new NotImplementedException()|];")]
    [InlineData("int P { get => [|throw new NotImplementedException()|]; set { [|throw new NotImplementedException();|] } }")]
    [InlineData("int this[int i] => [|throw new NotImplementedException()|];")]
    public Task Every_kind_of_member(string member) => InClass("/// <summary>Counts the things.</summary>\n    " + member);

    [Fact]
    public Task A_comment_that_says_why_is_silent() => InClass(
        """
        /// <summary>Chooses one of two.</summary>
            int M()
            {
                // not implemented because an expression stands in its place
                throw new NotImplementedException();
            }
        """);

    [Fact]
    public Task Documented_at_the_other_part() => InClass(
        """
        /// <summary>Counts the things.</summary>
            public partial int M();
            public partial int M() => [|throw new NotImplementedException()|];
            /// <summary>The size.</summary>
            public partial int P { get; }
            public partial int P => [|throw new NotImplementedException()|];
            public partial int N();
            public partial int N() => throw new NotImplementedException();
        """,
        "partial class C");

    [Fact]
    public Task A_summary_over_several_lines_with_attributes() => InClass(
        """
        /// <summary>
            /// Counts the things.
            /// </summary>
            /// <returns>How many there are.</returns>
            [Description("x")]
            public int M()
            {
                [|throw new NotImplementedException();|]
            }

            /**
             * <summary>
             * Counts other things.
             * </summary>
             */
            public int N() => [|throw new NotImplementedException()|];
        """);

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Diagnose)]
    public Task Whether_documentation_is_parsed_or_not(DocumentationMode mode) => Verify.VerifyAsync(
        """
        class C
        {
            /// <summary>Counts the things.</summary>
            int M() => [|throw new System.NotImplementedException()|];
        }
        """,
        test => test.SolutionTransforms.Add((solution, id) =>
            solution.WithProjectParseOptions(id, ((CSharpParseOptions)solution.GetProject(id)!.ParseOptions!).WithDocumentationMode(mode))));

    [Fact]
    public Task The_message_names_the_member() => Verify.VerifyAsync(
        """
        class C
        {
            /// <summary>Counts the things.</summary>
            int Count { get { {|#0:throw new System.NotImplementedException();|} } }
            /// <summary>Makes one.</summary>
            C(int n) => {|#1:throw new System.NotImplementedException()|};
        }
        """,
        Verify.Diagnostic(0, "Count"),
        Verify.Diagnostic(1, "C"));

    [Theory]
    [InlineData("int M() => throw new NotImplementedException();")]
    [InlineData("// Counts the things.\n    int M() => throw new NotImplementedException();")]
    [InlineData("/// <summary></summary>\n    int M() => throw new NotImplementedException();")]
    [InlineData("/// <inheritdoc/>\n    int M() => throw new NotImplementedException();")]
    [InlineData("/// <returns>How many.</returns>\n    int M() => throw new NotImplementedException();")]
    public Task Without_a_summary_it_is_silent(string member) => InClass(member);

    [Theory]
    [InlineData("abstract class C", "int M() => throw new NotImplementedException();")]
    [InlineData("class ShapeBase", "int M() => throw new NotImplementedException();")]
    [InlineData("class C", "public virtual int M() => throw new NotImplementedException();")]
    [InlineData("interface I", "int M() => throw new NotImplementedException();")]
    public Task Abstract_like_bases_are_silent(string head, string member) => InClass("/// <summary>Counts the things.</summary>\n    " + member, head);

    [Theory]
    [InlineData("""/// <summary>Counts. Not supported here.</summary>""", "int M() => throw new NotImplementedException();")]
    [InlineData("""/// <summary>Counts.</summary>""", """int M() => throw new NotImplementedException("Counting is not supported.");""")]
    [InlineData("""/// <summary>Counts.</summary>""", """[Obsolete] int M() => throw new NotImplementedException();""")]
    [InlineData("""/// <summary>Counts.</summary>""", """[EditorBrowsable(EditorBrowsableState.Never)] public int M() => throw new NotImplementedException();""")]
    [InlineData("""/// <summary>Counts.</summary>""", """int M() => throw new NotSupportedException();""")]
    public Task Explicit_not_supported_members_are_silent(string summary, string member) => InClass(summary + "\n    " + member);

    [Theory]
    [InlineData("class FakeClock")]
    [InlineData("class ClockStub")]
    [InlineData("class MockClock")]
    [InlineData("class ClockTests")]
    [InlineData("namespace Shop.Fakes; class Clock")]
    public Task Test_doubles_are_silent(string head) => InClass("/// <summary>Counts the things.</summary>\n    int M() => throw new NotImplementedException();", head);

    [Fact]
    public Task Test_projects_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            /// <summary>Counts.</summary>
            int M() => throw new System.NotImplementedException();
        }
        """,
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Fact]
    public Task A_body_that_does_more_is_silent() => InClass(
        """
        /// <summary>Counts.</summary>
            int M(int n) { if (n > 0) throw new NotImplementedException(); return n; }
            /// <summary>Counts.</summary>
            int N(int n) => n > 0 ? n : throw new NotImplementedException();
            /// <summary>Counts.</summary>
            Func<int> O() => () => throw new NotImplementedException();
            /// <summary>Counts.</summary>
            int P() { int F() => throw new NotImplementedException(); return F(); }
        """);
}
