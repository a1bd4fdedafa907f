using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.ImpossibleClampAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class ImpossibleClampTests
{
    [Theory]
    [InlineData("Math.Min(Math.Max(x, 100), 0)")]
    [InlineData("Math.Min(Math.Max(100, x), 0)")]
    [InlineData("Math.Min(0, Math.Max(x, 100))")]
    [InlineData("Math.Max(Math.Min(x, 0), 100)")]
    [InlineData("Math.Max(100, Math.Min(0, x))")]
    [InlineData("Math.Clamp(x, 100, 0)")]
    [InlineData("Math.Clamp(x, max: 0, min: 100)")]
    [InlineData("(int)Math.Clamp(d, 1.5, 0.5)", "Math.Clamp(d, 1.5, 0.5)")]
    [InlineData("int.Min(int.Max(x, 100), 0)")]
    [InlineData("int.Clamp(x, 100, -100)")]
    [InlineData("(int)MathF.Min(MathF.Max(f, 1f), 0f)", "MathF.Min(MathF.Max(f, 1f), 0f)")]
    [InlineData("Math.Min(Math.Max(x, Most), Least)")]
    [InlineData("(int)Math.Min(Math.Max(m, 10m), 1)", "Math.Min(Math.Max(m, 10m), 1)")]
    [InlineData("Math.Min((Math.Max(x, 10)), (1))", "Math.Min((Math.Max(x, 10)), (1))")]
    [InlineData("(int)Math.Min(Math.Max(x, 100), 50L)", "Math.Min(Math.Max(x, 100), 50L)")]
    public Task Constants_in_the_wrong_order(string expression, string? flagged = null) =>
        Verify.VerifyAsync(Source($"return {expression.Replace(flagged ?? expression, "[|" + (flagged ?? expression) + "|]")};"));

    [Theory]
    [InlineData("Math.Min(Math.Max(x, max), min)")]
    [InlineData("Math.Max(Math.Min(x, min), max)")]
    [InlineData("Math.Max(Math.Min(x, minWidth), maxWidth)")]
    [InlineData("Math.Clamp(x, _max, _min)")]
    [InlineData("Math.Min(Math.Max(x, range.Upper), range.Lower)")]
    [InlineData("Math.Min(Math.Max(x, upperBound), lowerBound)")]
    [InlineData("Math.Clamp(x, Range.Highest, Range.Lowest)")]
    public Task Names_in_the_wrong_order(string expression) => Verify.VerifyAsync(Source($"return [|{expression}|];"));

    [Fact]
    public Task In_generic_code() => Verify.VerifyAsync(
        """
        using System.Numerics;

        class C<T> where T : INumber<T>
        {
            T M(T x, T min, T max) => [|T.Min(T.Max(x, max), min)|];
        }
        """);

    [Fact]
    public Task A_call_over_several_lines_is_flagged_at_its_method() => Verify.VerifyAsync(Source(
        """
        return [|Math.Min|](
            Math.Max(x, 100),
            0);
        """));

    [Fact]
    public Task The_message_names_the_bounds() => Verify.VerifyAsync(
        Source("return {|#0:Math.Min(Math.Max(x, {|#1:100|}), {|#2:0|})|};"),
        Verify.Diagnostic(0, "Math.Min(Math.Max(x, 100), 0)", "100", "0").WithLocation(1).WithLocation(2));

    [Theory]
    [InlineData("Math.Min(Math.Max(x, 0), 100)")]
    [InlineData("Math.Max(Math.Min(x, 100), 0)")]
    [InlineData("Math.Max(0, Math.Min(100, x))")]
    [InlineData("Math.Clamp(x, 0, 100)")]
    [InlineData("Math.Clamp(x, max: 100, min: 0)")]
    [InlineData("Math.Clamp(x, 5, 5)")]
    [InlineData("Math.Min(Math.Max(x, min), max)")]
    [InlineData("Math.Max(Math.Min(x, maxWidth), minWidth)")]
    [InlineData("Math.Clamp(x, range.Lower, range.Upper)")]
    [InlineData("Math.Min(Math.Max(x, Least), Most)")]
    public Task Bounds_in_the_right_order(string expression) => Verify.VerifyAsync(Source($"return {expression};"));

    [Theory]
    [InlineData("Math.Min(Math.Max(x, a), b)")]
    [InlineData("Math.Min(Math.Max(x, 100), b)")]
    [InlineData("Math.Clamp(x, a, b)")]
    [InlineData("Math.Min(Math.Max(x, maxWidth), minHeight)")]
    [InlineData("Math.Min(Math.Max(x, range.Upper), other.Lower)")]
    [InlineData("Math.Min(Math.Max(range.Upper, other.Upper), min)")]
    [InlineData("Math.Min(Math.Max(x, max), Minimum())")]
    [InlineData("Math.Min(Math.Max(x, minMax), max)")]
    public Task Bounds_that_cannot_be_compared(string expression) => Verify.VerifyAsync(Source($"return {expression};"));

    [Theory]
    [InlineData("Math.Max(Math.Max(x, 100), 0)")]
    [InlineData("Math.Min(Math.Min(x, 0), 100)")]
    [InlineData("Math.Min(Math.Abs(x), 0)")]
    [InlineData("Math.Max(Math.Min(x, 0), Math.Min(a, 100))")]
    [InlineData("Own.Min(Own.Max(x, 100), 0)")]
    [InlineData("(int)Math.Min((byte)Math.Max(x, 300), (byte)50)")]
    public Task Other_calls(string expression) => Verify.VerifyAsync(Source($"return {expression};"));

    [Fact]
    public Task Constants_of_another_build() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
        #if DEBUG
            const int Most = 1000;
        #else
            const int Most = 10;
        #endif
            int M(int x) => Math.Min(Math.Max(x, 100), Most);
        }
        """);

    [Fact]
    public Task A_test_that_wants_the_exception() => Verify.VerifyAsync(
        Source("return Math.Clamp(x, 100, 0);"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    private static string Source(string statements) =>
        $$"""
        using System;

        class Range
        {
            public const int Highest = 9;
            public const int Lowest = 1;
            public int Upper;
            public int Lower { get; set; }
        }

        static class Own
        {
            public static int Min(int a, int b) => a;
            public static int Max(int a, int b) => b;
        }

        class C
        {
            const int Most = 10;
            const int Least = 1;
            int _min = 1;
            int _max = 2;

            int M(
                int x, double d, float f, decimal m, int a, int b, int min, int max, int minWidth, int maxWidth, int minHeight, int minMax,
                int upperBound, int lowerBound, Range range, Range other)
            {
                {{statements}}
            }

            static int Minimum() => 0;
        }
        """;
}
