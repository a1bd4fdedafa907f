using Microsoft.CodeAnalysis.CSharp;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.OverflowBeforeWideningAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class OverflowBeforeWideningTests
{
    [Theory]
    [InlineData("long r = [|a * b|];")]
    [InlineData("double r = [|a * b|];")]
    [InlineData("decimal r = [|a * b|];")]
    [InlineData("ulong r = [|u * v|];")]
    [InlineData("var r = (long)([|a * b|]);")]
    [InlineData("var r = (ulong)([|a * b|]);")]
    [InlineData("long r = [|a * b * a|];")]
    [InlineData("long r = [|a * b|] + a;")]
    [InlineData("long r = a - [|a * b|];")]
    [InlineData("long r = -([|a * b|]);")]
    [InlineData("long r = a > b ? [|a * b|] : 0;")]
    [InlineData("long r = 1; r += [|a * b|];")]
    [InlineData("var r = big > [|a * b|];")]
    [InlineData("var r = [|a * b|] * 4L;")]
    [InlineData("Use([|a * b|]);")]
    [InlineData("long? r = [|n * a|];")]
    [InlineData("long r = [|a * 1000|];")]
    [InlineData("long r = [|a * 1024 * 1024|];")]
    [InlineData("long r = [|array.Length * list.Count|];")]
    [InlineData("long r = [|letter * a|];")]
    public Task Products(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("long r = [|1 << a|];")]
    [InlineData("ulong r = (ulong)([|1 << a|]);")]
    [InlineData("ulong r = [|1u << a|];")]
    [InlineData("long r = [|a << 12|];")]
    [InlineData("long r = [|a << b|];")]
    public Task Shifts(string statement) => Verify.VerifyAsync(Source(statement));

    [Fact]
    public Task Returned_values_and_fields() => Verify.VerifyAsync(
        """
        class C
        {
            static int A = 1;
            static int B = 2;
            static long F = [|A * B|];
            long P => [|A * B|];
            System.Func<int, int, long> M() => (x, y) => [|x * y|];
        }
        """);

    [Fact]
    public Task The_message_names_the_types() => Verify.VerifyAsync(
        Source("long r = {|#0:a * b|}; ulong s = {|#1:1u << a|};"),
        Verify.Diagnostic(0, "a * b", "int", "long"),
        Verify.Diagnostic(1, "1u << a", "uint", "ulong"));

    [Theory]
    [InlineData("long r = (long)a * b;")]
    [InlineData("long r = a * 2L;")]
    [InlineData("double r = a * 2.0;")]
    [InlineData("int r = a * b;")]
    [InlineData("float r = a * b;")]
    [InlineData("long r = a + b;")]
    [InlineData("long r = a / b;")]
    [InlineData("long r = big * big;")]
    [InlineData("long r = 1L << a;")]
    [InlineData("long r = a >> 3;")]
    [InlineData("double r = a * b / 3;")]
    public Task Other_arithmetic(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("const int K = 1000; long r = K * 1000;")]
    [InlineData("long r = 60 * 60 * 24;")]
    [InlineData("var k = 1000; long r = k * 1000;")]
    [InlineData("long r = 1 << 20;")]
    [InlineData("const int Bits = 7; long r = 1 << Bits;")]
    public Task Constants_that_fit(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("long r = small * small;")]
    [InlineData("long r = small * tiny;")]
    [InlineData("long r = letter * small;")]
    [InlineData("long r = (byte)a * 1000;")]
    [InlineData("long r = a % 100 * 1000;")]
    [InlineData("long r = (a & 255) * 1000;")]
    [InlineData("long r = Math.Min(a, 1000) * 1000;")]
    [InlineData("long r = Math.Clamp(a, 0, 1000) * 1000;")]
    [InlineData("long r = \"abc\".Length * 1000;")]
    [InlineData("long r = array.Length * 8;")]
    [InlineData("long r = list.Count * 1000;")]
    [InlineData("long r = DateTime.Now.Hour * 3600;")]
    [InlineData("for (var i = 0; i < 100; i++) { long r = i * i; }")]
    [InlineData("long r = small << 8;")]
    [InlineData("long r = 1 << (a & 15);")]
    [InlineData("long r = (int)DayOfWeek.Monday * 1000 + (int)day * 1000;")]
    public Task Small_operands(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("long r = a * 2;")]
    [InlineData("long r = a << 3;")]
    [InlineData("double r = a * 100;")]
    [InlineData("decimal r = a * 1000;")]
    public Task Small_factors(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("long r = checked(a * b);")]
    [InlineData("checked { long r = a * b; }")]
    [InlineData("long r = unchecked(a * b);")]
    [InlineData("unchecked { long r = a * b; }")]
    [InlineData("long hashCode = a * b;")]
    [InlineData("long seed = 1; seed = seed + (a * b);")]
    public Task Overflow_that_throws_or_is_meant(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("var r = (u & (1 << a)) != 0;")]
    [InlineData("var r = u >= (1 << a);")]
    [InlineData("var r = (int)(u * v + a);")]
    [InlineData("double r = a << (b & 31);")]
    public Task Widening_that_nobody_asked_for(string statement) => Verify.VerifyAsync(Source(statement));

    [Fact]
    public Task A_project_that_checks_arithmetic() => Verify.VerifyAsync(
        Source("long r = a * b;"),
        test => test.SolutionTransforms.Add((solution, project) => solution.WithProjectCompilationOptions(
            project, ((CSharpCompilationOptions)solution.GetProject(project)!.CompilationOptions!).WithOverflowChecks(true))));

    [Fact]
    public Task Operators_of_one_s_own() => Verify.VerifyAsync(
        """
        struct S
        {
            public static int operator *(S a, S b) => 1;
            public static S operator <<(S a, int b) => a;
            long M(S a, S b) => a * b;
        }
        """);

    [Theory]
    [InlineData("int sign = a < 0 ? -1 : 1; double r = big + sign * b;")]
    [InlineData("int exponentSign = array[0]; long r = (b * 60 + 1) * exponentSign;")]
    [InlineData("int signal = array[0]; long r = [|signal * b|];")]
    public Task A_sign_is_no_magnitude(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task Long_sums_are_no_trouble() => Verify.VerifyAsync(Source(
        $"long r = {string.Join(" + ", Enumerable.Repeat("[|a * b|]", 800))}; long s = {string.Join(" * ", Enumerable.Repeat("small", 3))};"));

    [Theory]
    [InlineData("long r = a * (int)big;")]
    [InlineData("double r = (int)big * a;")]
    public Task Whoever_makes_a_number_narrow_knows_that_it_is_small(string statements) => Verify.VerifyAsync(Source(statements));

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;

        class C
        {
            void M(int a, int b, uint u, uint v, long big, int? n, byte small, sbyte tiny, char letter, int[] array, List<int> list, DayOfWeek day)
            {
                {{statements}}
            }

            static void Use(long value) { }
        }
        """;
}
