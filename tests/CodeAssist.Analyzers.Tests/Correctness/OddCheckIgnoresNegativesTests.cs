using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.OddCheckIgnoresNegativesAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class OddCheckIgnoresNegativesTests
{
    [Theory]
    [InlineData("x % 2 == 1")]
    [InlineData("x % 2 != 1")]
    [InlineData("1 == x % 2")]
    [InlineData("(x % 2) == 1")]
    [InlineData("y % 2 == 1")]
    [InlineData("y % 2L == 1L")]
    [InlineData("small % 2 == 1")]
    [InlineData("(x + list.Count) % 2 == 1")]
    [InlineData("text.GetHashCode() % 2 == 1")]
    [InlineData("text.IndexOf('a') % 2 == 1")]
    [InlineData("x % Two == One")]
    public Task Of_signed_values(string condition) => Verify.VerifyAsync(Source($"return [|{condition}|];"));

    [Fact]
    public Task Of_locals_that_may_fall_below_zero() => Verify.VerifyAsync(Source(
        """
        var a = 5;
        a--;
        var copy = x;
        int c = 0;
        c -= 3;
        return [|a % 2 == 1|] || [|copy % 2 == 1|] || [|c % 2 == 1|];
        """));

    [Fact]
    public Task The_message_names_test_and_value() => Verify.VerifyAsync(
        Source("return {|#0:(x + y) % 2 == 1|};"),
        Verify.Diagnostic(0, "(x + y) % 2 == 1", "x + y"));

    [Theory]
    [InlineData("u % 2 == 1")]
    [InlineData("b % 2 == 1")]
    [InlineData("text[0] % 2 == 1")]
    [InlineData("list.Count % 2 == 1")]
    [InlineData("text.Length / 2 % 2 == 1")]
    [InlineData("(list.Count + text.Length * 3) % 2 == 1")]
    [InlineData("Math.Abs(x) % 2 == 1")]
    [InlineData("(x & 7) % 2 == 1")]
    [InlineData("(x >>> 1) % 2 == 1")]
    [InlineData("DateTime.Now.Day % 2 == 1")]
    [InlineData("list.Where((item, at) => at % 2 == 1).Any()")]
    [InlineData("rowIndex % 2 == 1")]
    public Task What_is_not_negative(string condition) => Verify.VerifyAsync(Source($"return {condition};"));

    [Theory]
    [InlineData("x % 2 == 0")]
    [InlineData("x % 2 != 0")]
    [InlineData("x % 3 == 1")]
    [InlineData("x / 2 == 1")]
    [InlineData("d % 2 == 1")]
    [InlineData("(x & 1) == 1")]
    [InlineData("Math.Abs(x % 2) == 1")]
    public Task Other_tests(string condition) => Verify.VerifyAsync(Source($"return {condition};"));

    [Theory]
    [InlineData("if (x < 0) throw new Exception(); return x % 2 == 1;")]
    [InlineData("return x >= 0 && x % 2 == 1;")]
    [InlineData("return x is > 0 && x % 2 == 1;")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegative(x); return x % 2 == 1;")]
    [InlineData("while (x > 0) { if (x % 2 == 1) return true; x /= 2; } return false;")]
    public Task Guarded_values(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task Loops_that_count_up() => Verify.VerifyAsync(Source(
        """
        var odd = 0;
        for (var n = 0; odd < 3; n++)
        {
            if (n % 2 == 1)
                odd += 1;
        }

        return odd % 2 == 1;
        """));

    [Fact]
    public Task A_number_may_be_negative() => Verify.VerifyAsync(
        """
        static class C
        {
            static bool IsOdd(int number) => [|number % 2 == 1|];
            static bool IsEven(int total) => [|total % 2 != 1|];
            extension(int value) { public bool Odd => [|value % 2 == 1|]; }
        }
        """);

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            const int Two = 2;
            const int One = 1;

            bool M(int x, long y, short small, uint u, byte b, double d, string text, List<int> list, int rowIndex)
            {
                {{statements}}
            }
        }
        """;
}
