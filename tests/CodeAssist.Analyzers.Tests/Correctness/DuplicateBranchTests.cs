using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.DuplicateBranchAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class DuplicateBranchTests
{
    private static string Method(string body) =>
        $$"""
        class A { public int X; }
        class B { public int X; }

        class C
        {
            int Next() => 1;
            void Take(object o) { }
            void Take(string s) { }
            void Do() { }

            int M(int a, int b, bool flag, object o)
            {
                {{body}}
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("if (flag) { Do(); b++; } else if (a > 1) { [|Do();|] b++; }")]
    [InlineData("if (flag) { Do(); b++; } else if (a > 1) { Do(); } else { [|Do();|] b++; }")]
    [InlineData("if (flag) { var x = Next(); b = x; } else if (a > 1) { [|var x = Next();|] b = x; } else Do();")]
    [InlineData("switch (a) { case 1: Do(); b++; break; case 2: [|Do();|] b++; break; }")]
    [InlineData("switch (a) { case 1: { Do(); return 1; } case 2: b++; break; default: [|Do();|] return 1; }")]
    public Task Two_branches_with_one_body(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task The_message_names_the_first_statement() => Verify.VerifyAsync(
        Method("if (flag) { {|#1:Do();|} b++; } else if (a > 1) { {|#0:Do();|} b++; }"),
        Verify.Diagnostic(0, "Do();").WithLocation(1));

    [Theory]
    [InlineData("if (flag) { Do(); } else if (a > 1) { Do(); } else { b++; }")]
    [InlineData("if (flag) Do(); else if (a > 1) Do(); else b++;")]
    [InlineData("switch (a) { case 1: Do(); break; case 2: Do(); break; }")]
    public Task Single_statements_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("switch (a) { case 1: case 2: Do(); b++; break; case 3: b--; Do(); break; }")]
    [InlineData("switch (a) { case 1: Do(); b++; break; case 2: goto case 1; }")]
    public Task Labels_that_share_a_body_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("switch (o) { case A x: b = x.X; Do(); break; case B x: b = x.X; Do(); break; }")]
    [InlineData("switch (o) { case string x: Take(x); Do(); break; case int x: Take(x); Do(); break; }")]
    [InlineData("if (flag) { var x = \"\"; Take(x); } else if (a > 1) { object x = \"\"; Take(x); } else b++;")]
    [InlineData("if (flag) { var x = o as string; Take(x!); } else if (a > 1) { var x = o; Take(x!); }")]
    public Task Bodies_that_only_look_alike_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (flag) { Do(); b++; } else { Do(); b++; }")]
    [InlineData("switch (a) { case 1: Do(); b++; break; case 2: Do(); b++; break; default: Do(); b++; break; }")]
    public Task Chains_of_one_body_are_left_to_another_rule(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (flag) { Do(); b++; } else if (a > 1) { /* the same on purpose */ Do(); b++; } else b--;")]
    [InlineData("if (flag) { Do(); b++; } if (a > 1) { Do(); b++; }")]
    [InlineData("if (flag) { if (a > 1) { Do(); b++; } } else { Do(); b++; }")]
    [InlineData("if (flag) { Do(); b++; } else if (a > 1) { b++; Do(); }")]
    public Task Other_branches_are_silent(string body) => Verify.VerifyAsync(Method(body));
}
