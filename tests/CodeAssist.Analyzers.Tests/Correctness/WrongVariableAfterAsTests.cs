using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.WrongVariableAfterAsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class WrongVariableAfterAsTests
{
    [Theory]
    [InlineData("if ([|a|] != null) b.X();")]
    [InlineData("if (null != [|a|]) b.X();")]
    [InlineData("if ([|a|] is not null) { b.X(); }")]
    [InlineData("if ([|a|] is { }) { b.X(); }")]
    [InlineData("if ([|a|] is object) { b.X(); }")]
    [InlineData("if (!([|a|] == null)) { b.X(); }")]
    [InlineData("if (!ReferenceEquals([|a|], null)) { b.X(); }")]
    [InlineData("if ((object)[|a|] != null) { b.X(); }")]
    [InlineData("if ([|a|] == null) return; b.X();")]
    [InlineData("if ([|a|] == null) { throw new Exception(); } Console.WriteLine(); b.X();")]
    [InlineData("if ([|a|] == null) { } else { b.X(); }")]
    [InlineData("if ([|a|] != null && b.P > 0) { }")]
    [InlineData("if ([|a|] == null || b.P > 0) { }")]
    [InlineData("if (on && [|a|] != null) { b.X(); }")]
    [InlineData("var p = [|a|] != null ? b.P : 0;")]
    [InlineData("return; } int N(object a) { var b = a as B; return [|a|] == null ? 0 : b.P;")]
    [InlineData("Console.WriteLine(); if ([|a|] != null) { Console.WriteLine(a); b.P = 1; }")]
    [InlineData("while ([|a|] != null) { b.X(); }", false)]
    public Task The_source_is_tested_and_the_result_used(string statements, bool reported = true) =>
        Verify.VerifyAsync(Source("var b = a as B; " + (reported ? statements : statements.Replace("[|", "").Replace("|]", ""))));

    [Fact]
    public Task An_assignment_counts_like_a_declaration() => Verify.VerifyAsync(Source("B b; b = a as B; if ([|a|] != null) b.X();"));

    [Fact]
    public Task A_generic_type_and_an_array() => Verify.VerifyAsync(
        """
        class C
        {
            int M<T>(object a) where T : class
            {
                var items = a as T[];
                if ([|a|] != null)
                    return items.Length;
                return 0;
            }
        }
        """);

    [Fact]
    public Task The_message_names_both() => Verify.VerifyAsync(
        Source("var b = a as B; if ({|#0:a|} != null) {|#1:b|}.X();"),
        Verify.Diagnostic(0, "a", "b").WithLocation(1));

    [Theory]
    [InlineData("if (b != null) b.X();")]
    [InlineData("if (a != null && b != null) b.X();")]
    [InlineData("if (b != null && a != null) b.X();")]
    [InlineData("if (a != null || b is not null) b.X();")]
    [InlineData("if (a != null) { if (b != null) b.X(); }")]
    [InlineData("if (a == null || b == null) return; b.X();")]
    [InlineData("if (b == null) return; if (a != null) b.X();")]
    public Task The_result_is_tested_too(string statements) => Verify.VerifyAsync(Source("var b = a as B; " + statements));

    [Theory]
    [InlineData("if (a != null) a.ToString();")]
    [InlineData("if (a != null) b?.X();")]
    [InlineData("if (a != null) { b = new B(); b.X(); }")]
    [InlineData("if (a != null) Use(b);")]
    [InlineData("if (a != null) b!.X();")]
    [InlineData("if (a != null) { var c = b ?? new B(); c.X(); }")]
    [InlineData("if (a == null) b.X();")]
    [InlineData("if (a == null) Console.WriteLine(); b.X();")]
    public Task The_result_is_not_used_behind_the_test(string statements) => Verify.VerifyAsync(Source("var b = a as B; " + statements));

    [Theory]
    [InlineData("if (a != null && a is B) b.X();")]
    [InlineData("if (a != null && a.GetType() == typeof(B)) b.X();")]
    [InlineData("if (a != null && on && IsB(a)) b.X();")]
    [InlineData("a = new B(); if (a != null) b.X();")]
    public Task The_type_is_known_or_the_source_is_another(string statements) => Verify.VerifyAsync(Source("var b = a as B; " + statements));

    [Fact]
    public Task A_conversion_that_cannot_fail_is_silent() => Verify.VerifyAsync(
        """
        class B { public int P; }
        class C
        {
            int M(B a)
            {
                var o = a as object;
                var b = a as B;
                return a != null ? b.P + o.GetHashCode() : 0;
            }
        }
        """);

    [Fact]
    public Task Another_operator_of_somebodys_own_is_silent() => Verify.VerifyAsync(
        """
        #pragma warning disable CS0660, CS0661
        class A
        {
            public static bool operator ==(A a, object b) => a is B;
            public static bool operator !=(A a, object b) => a is not B;
        }
        class B : A { public int P; }
        class C
        {
            int M(A a)
            {
                var b = a as B;
                return a != null ? b.P : 0;
            }
        }
        """);

    [Fact]
    public Task A_loop_over_the_result() => Verify.VerifyAsync(
        """
        #nullable disable
        class C
        {
            int M(object a)
            {
                var items = a as int[];
                if ([|a|] == null)
                    return 0;
                var sum = 0;
                foreach (var item in items)
                    sum += item;
                return sum;
            }
        }
        """);

    private static string Source(string statements) =>
        $$"""
        #nullable disable
        using System;

        class B
        {
            public int P;
            public void X() { }
        }

        class C
        {
            void M(object a, bool on)
            {
                {{statements}}
            }

            static void Use(B b) { }
            static bool IsB(object a) => a is B;
        }
        """;
}
