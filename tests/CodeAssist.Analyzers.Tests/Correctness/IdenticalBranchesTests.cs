using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IdenticalBranchesAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IdenticalBranchesTests
{
    private static string Method(string body) =>
        $$"""
        using System;

        class A { public int X; }
        class B { public int X; }

        class C
        {
            void Take(object o) { }
            void Take(string s) { }
            void Do() { }

            int M(int a, int b, bool flag, object o, string s)
            {
                {{body}}
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("[|if|] (flag) return a; else return a;")]
    [InlineData("[|if|] (flag) { Do(); b++; } else { Do();   b++; }")]
    [InlineData("[|if|] (flag) Do(); else { Do(); }")]
    [InlineData("[|if|] (flag) Do(); else if (a > 1) Do(); else Do();")]
    [InlineData("[|if|] (flag) { var x = a; b = x; } else { var x = a; b = x; }")]
    [InlineData("[|if|] (flag) { Func<int, int> f = x => x + 1; b = f(a); } else { Func<int, int> f = x => x + 1; b = f(a); }")]
    [InlineData("[|if|] (flag) { foreach (var c in s) { if (c == 'a') break; b += c; } } else { foreach (var c in s) { if (c == 'a') break; b += c; } }")]
    public Task If_chains(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("[|switch|] (a) { case 1: Do(); break; default: Do(); break; }")]
    [InlineData("[|switch|] (a) { case 1: return b; case 2: return b; default: return b; }")]
    [InlineData("[|switch|] (a) { case 1: { Do(); break; } default: { Do(); } break; }")]
    [InlineData("return a [|switch|] { 1 => b, 2 => b, _ => b };")]
    public Task Switches(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("return [|flag ? a : a|];")]
    [InlineData("return [|flag ? a : a > 1 ? a : a|];")]
    [InlineData("return flag ? b : [|a > 1 ? a : a|];")]
    [InlineData("return [|flag ? (a > 1 ? 1 : 2) : (a > 1 ? 1 : 2)|];")]
    public Task Conditional_expressions(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task The_message_names_the_condition() => Verify.VerifyAsync(
        Method("{|#0:if|} (flag && a > 1) Do(); else Do(); {|#1:switch|} (a) { case 1: Do(); break; default: Do(); break; } b = {|#2:flag ? 1 : 1|};"),
        Verify.Diagnostic(0, "flag && a > 1"),
        Verify.Diagnostic(1, "a"),
        Verify.Diagnostic(2, "flag"));

    [Theory]
    [InlineData("if (flag) Do(); else if (a > 1) Do();")]
    [InlineData("switch (a) { case 1: Do(); break; case 2: Do(); break; }")]
    [InlineData("return flag switch { true => a, false => a };")]
    public Task Chains_without_else_or_default_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (flag) { } else { }")]
    [InlineData("if (flag) ; else { }")]
    [InlineData("switch (a) { case 1: break; default: break; }")]
    public Task Empty_branches_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (flag) { /* the same for now */ Do(); } else { Do(); }")]
    [InlineData("if (flag) Do(); // for now\n else Do();")]
    [InlineData("switch (a) { case 1: Do(); break; /* others too */ default: Do(); break; }")]
    [InlineData("return flag ? a /* cheap */ : a;")]
    [InlineData("if (flag)\n{\nDo();\n#if OTHER\nTake(o);\n#endif\n}\nelse\n{\nDo();\n}")]
    public Task Comments_that_explain_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (flag) { var x = s; Take(x); } else { object x = s; Take(x); }")]
    [InlineData("switch (o) { case A x: b = x.X; break; case B x: b = x.X; break; default: b = 0; break; }")]
    [InlineData("switch (o) { case string x: Take(x); break; default: { var x2 = o; Take(x2); } break; }")]
    [InlineData("switch (o) { case A x: return x.X; default: { var x1 = new B(); return x1.X; } }")]
    [InlineData("if (flag) { Do(); } else if (a > 1) { b = 1; } else { b = 1; }")]
    [InlineData("b = (int)(flag ? (byte)a : a);")]
    [InlineData("o = flag ? (object)a : (long)a;")]
    [InlineData("return flag ? a : -a;")]
    [InlineData("if (flag) { Do(); return 1; } else { Do(); }")]
    [InlineData("if (flag) { a += 1; } else { a -= 1; }")]
    [InlineData("s = flag ? \"a\" : \"A\";")]
    public Task Branches_that_differ_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task The_same_text_that_binds_to_another_member_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            void Take(A a) { }
            void Take(B b) { }

            class A;
            class B;

            void M(object o)
            {
                switch (o)
                {
                    case A x:
                        Take(x);
                        break;
                    case B x:
                        Take(x);
                        break;
                    default:
                        break;
                }

                var r = o switch { A { } x => x.ToString(), B { } x => x.ToString(), _ => "" };
            }

            int N(object o)
            {
                switch (o)
                {
                    case A x: return x.GetHashCode();
                    case B x: return x.GetHashCode();
                    default: throw new System.ArgumentException();
                }
            }
        }
        """);

    [Fact]
    public Task Top_level_code() => Verify.VerifyAsync(
        """
        [|if|] (args.Length > 1)
            System.Console.WriteLine("many");
        else
            System.Console.WriteLine("many");
        """,
        test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Deep_nesting_is_no_trouble() => Verify.VerifyAsync(
        Method(string.Concat(Enumerable.Repeat("if (flag) { ", 60)) + "[|if|] (a > 1) Do(); else Do();" + string.Concat(Enumerable.Repeat(" } else { b++; }", 60))));
}
