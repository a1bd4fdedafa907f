using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.DuplicateConditionAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class DuplicateConditionTests
{
    private static string Method(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;

        class C
        {
            private int _field;
            private volatile bool _stop;
            private int Next { get; set; }
            private bool Try() => _field++ > 3;
            private bool Out(out int n) { n = 1; return true; }

            int M(int a, int b, string s, object o, double d, List<int> list, TextReader reader)
            {
                {{body}}
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("if (a > 1) return 1; else if (b > 1) return 2; else if ([|a > 1|]) return 3;")]
    [InlineData("if (a == 1) return 1; else if ([|(a) == 1|]) return 2; else return 3;")]
    [InlineData("if (s.Length == 3) { b = 1; } else if ([|s.Length == 3|]) { b = 2; }")]
    [InlineData("if (_field == 3) { b = 1; } else if ([|this._field == 3|]) { b = 2; }")]
    [InlineData("if (o is string) { b = 1; } else if (o is null) b = 3; else if ([|o is string|]) { b = 2; }")]
    [InlineData("if (a > 1) { b = 1; } else if (o is int n && n > 1) { b = n; } else if ([|a > 1|]) { b = 2; }")]
    [InlineData("if (d > 1) { b = 1; } else if ([|d > 1|]) { b = 2; }")]
    public Task Conditions_of_an_if_chain(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("return a > 1 ? 1 : b > 1 ? 2 : [|a > 1|] ? 3 : 4;")]
    [InlineData("long n = a > 1 ? 1 : ([|a > 1|] ? 3 : 4);")]
    public Task Conditions_of_a_chain_of_conditional_expressions(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("switch (a) { case 1 when b > 0: return 1; case 2 when b > 0: return 2; case 1 when [|b > 0|]: return 3; }")]
    [InlineData("return a switch { > 1 when b > 0 => 1, > 1 when [|b > 0|] => 2, _ => 3 };")]
    [InlineData("return a switch { _ when b > 0 => 1, > 1 when [|b > 0|] => 2, _ => 3 };")]
    public Task Conditions_of_a_switch(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (a > 1 || b > 1) return 1; else if ([|b > 1|]) return 2;")]
    [InlineData("if (a > 1) return 1; else if ([|b > 1 && a > 1|]) return 2;")]
    [InlineData("if (a > 1 || b > 1 || s == \"\") return 1; else if ([|b > 1 || a > 1|]) return 2;")]
    public Task A_part_of_what_was_tested(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task The_message_names_the_condition_and_the_earlier_one_is_an_additional_location() => Verify.VerifyAsync(
        Method("if ({|#1:a > 1|}) return 1; else if (b > 1) return 2; else if ({|#0:a > 1|}) return 3;"),
        Verify.Diagnostic(0, "a > 1").WithLocation(1));

    [Fact]
    public Task Top_level_statements_and_expression_bodies() => Verify.VerifyAsync(
        """
        int a = args.Length;
        if (a == 1) System.Console.Write(1); else if ([|a == 1|]) System.Console.Write(2);

        class C
        {
            int P => new[] { 1 } is { Length: var n } && n > 0 ? 1 : 2;
            int M(int a) => a > 1 ? 1 : [|a > 1|] ? 2 : 3;
        }
        """,
        test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Theory]
    [InlineData("if (Try()) return 1; else if (Try()) return 2;")]
    [InlineData("if (reader.Read() == 1) return 1; else if (reader.Read() == 1) return 2;")]
    [InlineData("if (Next == 1) return 1; else if (Next == 1) return 2;")]
    [InlineData("if (a++ == 1) return 1; else if (a++ == 1) return 2;")]
    [InlineData("if ((a = reader.Read()) == 1) return 1; else if ((a = reader.Read()) == 1) return 2;")]
    [InlineData("if (_stop) return 1; else if (_stop) return 2;")]
    [InlineData("if (Out(out var x)) return x; else if (Out(out var y)) return y;")]
    public Task Impure_conditions_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (a > 1) return 1; else if ((a = reader.Read()) > 9) return 2; else if (a > 1) return 3;")]
    [InlineData("if (a > 1) return 1; else if (Out(out a)) return 2; else if (a > 1) return 3;")]
    [InlineData("if (_field > 1) return 1; else if (Try()) return 2; else if (_field > 1) return 3;")]
    [InlineData("if (_field > 1 || Try()) return 1; else if (_field > 1) return 3;")]
    [InlineData("if (_field > 1) return 1; else if (Try() && _field > 1) return 3;")]
    public Task Conditions_with_a_change_in_between_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task A_call_in_between_does_not_change_a_local() => Verify.VerifyAsync(
        Method("if (a > 1) return 1; else if (Try()) return 2; else if ([|a > 1|]) return 3;"));

    [Theory]
    [InlineData("if (o is string x) return x.Length; else if (o is string y) return y.Length + 1;")]
    [InlineData("switch (o) { case int n when n > 0: return 1; case int m when m > 0: return 2; }")]
    [InlineData("return o switch { int n when n > 0 => 1, long n when n > 0 => 2, _ => 3 };")]
    public Task Pattern_variables_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (a > 1) return 1; if (a > 1) return 2;")]
    [InlineData("if (a > 1) return 1; else if (a > 1 || b > 1) return 2;")]
    [InlineData("if (a > 1 && b > 1) return 1; else if (a > 1) return 2; else if (b > 1) return 3;")]
    [InlineData("if (a > 1) { if (a > 1) return 2; } else if (!(a > 1)) return 3;")]
    [InlineData("return (a > 1 ? b > 1 : b > 2) ? 1 : b > 1 ? 2 : 3;")]
    [InlineData("return a > 1 ? (b > 1 ? 1 : 2) : b > 1 ? 3 : 4;")]
    [InlineData("switch (a) { case 1 when b > 0: return 1; case 2 when b > 0: return 2; case 1 when b > 1: return 3; case 1: return 4; }")]
    [InlineData("const bool On = true; if (On) return 1; else if (On) return 2;")]
    [InlineData("if (list.Exists(x => x == 1)) return 1; else if (list.Exists(x => x == 2)) return 2;")]
    public Task Other_tests_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task Long_chains_are_no_trouble() => Verify.VerifyAsync(
        Method("return " + string.Concat(Enumerable.Range(0, 300).Select(i => $"a == {i} ? {i} : ")) + "[|a == 0|] ? 1 : 2;"));

    [Theory]
    [InlineData("if (a > 1) return 1; else { if ([|a > 1|]) return 2; }")]
    [InlineData("if (a > 1) return 1; else { if (b > 1) { return 2; } else { if ([|a > 1|]) return 3; } }")]
    [InlineData("if (list is [1, ..]) return 1; else if (a > 1) return 2; else if ([|list is [1, ..]|]) return 3;")]
    public Task An_if_that_stands_alone_in_an_else_is_an_arm(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("if (a > 1) return 1; else { a--; if (a > 1) return 2; }")]
    [InlineData("if (a > 1) { if (a > 1) return 2; } else { }")]
    [InlineData("if (list is [1, ..]) return 1; else if (list is [.., 1]) return 2;")]
    public Task An_if_beside_others_is_none(string body) => Verify.VerifyAsync(Method(body));
}
