using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Unfinished.UnfinishedBranchAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Unfinished;

public class UnfinishedBranchTests
{
    private static Task InMethod(string statements, string type = "void") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        class C
        {
            {{type}} M(int n)
            {
                {{statements}}
            }
        }
        """);

    [Fact]
    public Task Empty_blocks() => InMethod(
        """
        if (n > 0)
                {
                    [|// TODO: positive numbers|]
                }
                else if (n < 0) { [|/* FIXME negative numbers */|] }
                else { } [|// TODO(me) zero|]
                while (n > 9) { [|//TODO|]
                }
                try { n++; } catch (FormatException) { [|// TODO #12 tell the user|]
                }
        """);

    [Fact]
    public Task Empty_methods_and_lambdas() => Verify.VerifyAsync(
        """
        class C
        {
            void M()
            {
                [|// TODO: write it|]
            }
            System.Action N() => () => { [|/* TODO */|] };
        }
        """);

    [Theory]
    [InlineData("if (n > 0) return n;\n        // TODO: more cases\n        [|return 0;|]")]
    [InlineData("if (n > 0) { n++; throw new Exception(); }\n        [|return 0;|] // FIXME: more cases")]
    [InlineData("return n switch\n        {\n            1 => 2,\n            [|_ => 0|], // TODO: more cases\n        };")]
    [InlineData("return n switch\n        {\n            1 => 2,\n            // TODO: more cases\n            [|_ => 0|]\n        };")]
    public Task The_branch_for_what_is_left(string statements) => InMethod(statements, "int");

    [Fact]
    public Task Empty_cases() => InMethod(
        """
        switch (n)
                {
                    case 1: [|// TODO: one|]
                        break;
                    case 2:
                        [|// FIXME: two|]
                        break;
                    default:
                        break; [|// TODO: the rest|]
                }
        """);

    [Theory]
    [InlineData("object?", "null")]
    [InlineData("object", "null!")]
    [InlineData("int", "0")]
    [InlineData("double", "0.0")]
    [InlineData("bool", "false")]
    [InlineData("string", "\"\"")]
    [InlineData("string", "string.Empty")]
    [InlineData("int", "default")]
    [InlineData("int", "default(int)")]
    [InlineData("int[]", "[]")]
    [InlineData("int[]", "new int[0]")]
    [InlineData("int[]", "Array.Empty<int>()")]
    [InlineData("IEnumerable<int>", "Enumerable.Empty<int>()")]
    [InlineData("List<int>", "new List<int>()")]
    [InlineData("Task", "Task.CompletedTask")]
    [InlineData("Task<int>", "Task.FromResult(0)")]
    public Task Default_returns(string type, string value) => InMethod($"// TODO: compute it\n        [|return {value};|]", type);

    [Fact]
    public Task Default_returns_in_branches_and_expression_bodies() => Verify.VerifyAsync(
        """
        class C
        {
            int P => [|=> 0|]; // TODO
            int M(int n)
            {
                if (n > 0)
                {
                    [|return 0;|] // FIXME: positive numbers
                }
                switch (n)
                {
                    case 1: // TODO
                        [|return 0;|]
                }
                return n;
            }
        }
        """.Replace("=> [|=> 0|]", "[|=> 0|]"));

    [Fact]
    public Task The_message_names_the_marker() => Verify.VerifyAsync(
        """
        class C
        {
            void M() { {|#0:/* FIXME: later */|} }
        }
        """,
        Verify.Diagnostic(0, "FIXME"));

    [Fact]
    public Task Markers_can_be_chosen() => Verify.VerifyAsync(
        """
        class C
        {
            void M() { [|/* HACK later */|] }
            void N() { /* TODO later */ }
        }
        """,
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\ncodeassist.CDA5002.markers = HACK, LATER\n")));

    [Theory]
    [InlineData("if (n > 0) { } else { n++; }")]
    [InlineData("if (n > 0) { /* positive numbers need nothing */ }")]
    [InlineData("if (n > 0) { /* TODO: nothing to do for now */ }")]
    [InlineData("if (n > 0) { /* empty by design */ /* TODO: tell why */ }")]
    [InlineData("if (n > 0) { /* see the TODO above */ }")]
    [InlineData("if (n > 0) { /* TODOS are elsewhere */ }")]
    [InlineData("switch (n) { case 1: /* ignored */ break; }")]
    public Task Empty_by_design_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("if (n > 0) { /* TODO: more */ n++; }")]
    [InlineData("switch (n) { case 1: /* TODO: more */ n++; break; }")]
    [InlineData("/* TODO: more */ n++;")]
    public Task Code_that_does_something_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("// TODO: faster\n        return n;")]
    [InlineData("// TODO: faster\n        return 1;")]
    [InlineData("if (n > 0) n++;\n        // TODO: more cases\n        return 0;")]
    [InlineData("if (n > 0) return n; // TODO: more cases\n        return 0;")]
    [InlineData("return n switch { 1 => 2, _ => 0 /* no others */ };")]
    [InlineData("return n switch { 1 => 2, /* TODO: others */ _ => n };")]
    [InlineData("return 0; // no numbers")]
    public Task Other_returns_are_silent(string statements) => InMethod(statements, "int");

    [Fact]
    public Task What_is_to_give_null_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            object GetSchema() => null!; // TODO: a nullable type
        }
        """);

    [Fact]
    public Task Constructors_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            public C()
            {
                // TODO: Add constructor logic here
            }
        }
        """);
}
