using Microsoft.CodeAnalysis;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IntegerDivisionToFloatingPointAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IntegerDivisionToFloatingPointTests
{
    [Theory]
    [InlineData("double", "int")]
    [InlineData("float", "long")]
    [InlineData("decimal", "uint")]
    [InlineData("double?", "ulong")]
    [InlineData("double", "byte")]
    [InlineData("double", "nint")]
    public Task Every_type(string target, string type) => Verify.VerifyAsync(
        $$"""
        class C
        {
            private {{target}} _field;
            {{target}} M({{type}} a, {{type}} b)
            {
                {{target}} local = [|a / b|];
                local = [|a / b|];
                _field = [|(a / b)|];
                return [|a / b|];
            }
            {{target}} N({{type}} a, {{type}} b) => [|a / b|];
        }
        """.Replace("[|(a / b)|]", "([|a / b|])"));

    [Fact]
    public Task The_message_names_the_division_and_the_type() => Verify.VerifyAsync(
        """
        class C
        {
            float M(int done, int total) => {|#0:done / total|};
            decimal? N(int? done, int total) => {|#1:done / total|};
        }
        """,
        Verify.Diagnostic(0, "done / total", "float"),
        Verify.Diagnostic(1, "done / total", "decimal"));

    [Fact]
    public Task Arguments_operands_and_comparisons() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            object[] M(int a, int b, double d, List<double> list)
            {
                list.Add([|a / b|]);
                d += [|a / b|];
                d = d * ([|a / b|]);
                double[] array = [[|a / b|]];
                (double, int) pair = ([|a / b|], a);
                Func<double> f = () => [|a / b|];
                return [Math.Sqrt([|a / b|]), d > [|a / b|], [|a / b|] * 1.5, array, pair, f];
            }
        }
        """);

    [Fact]
    public Task Casts_of_the_result() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            object[] M(int a, int b) => [(double)([|a / b|]), (decimal)([|a / b|]), (int)Math.Ceiling((double)([|a / b|])), Math.Round((double)([|a / b|]), 2)];
        }
        """);

    [Fact]
    public Task Through_sums_products_and_choices() => Verify.VerifyAsync(
        """
        class C
        {
            double Percent(int done, int total) => [|done / total|] * 100;
            double Middle(int low, int high) => low + [|(high - low) / 2|];
            double Negative(int a, int b) => -([|a / b|]);
            double Choice(int a, int b) => b == 0 ? 0 : [|a / b|];
            double Arm(int a, int b) => b switch { 0 => 0, _ => [|a / b|] };
            double Lifted(int? a, int b) => ([|a / b|]) ?? 0;
            double Twice(int a, int b, int c) => [|a / b / c|];
            double Widened(int a, int b, long c) => [|a / b|] + c;
        }
        """);

    [Fact]
    public Task Constants_and_initialisers() => Verify.VerifyAsync(
        """
        class C
        {
            private const double Half = [|1 / 2|];
            private const int Total = 10;
            private readonly double _third = [|Total / 3|];
            public decimal Rate { get; } = [|3 / 2|];
            void M(double factor = [|2 / 3|]) { }
        }
        """);

    [Fact]
    public Task Top_level_statements() => Verify.VerifyAsync(
        """
        double ratio = [|args.Length / 2|];
        """,
        test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task A_cast_of_one_side_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            object[] M(int a, int b, double d) => [(double)a / b, a / (double)b, 1.0 * a / b, a / 2.0, a / d, a * 1f / b, (decimal)a / b, a / 2m];
            double N(int a, int b) => (double)a / b * 100;
        }
        """);

    [Fact]
    public Task Math_Floor_and_its_kind_are_silent() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            private double _wholePages;
            object[] M(int a, int b) => [Math.Floor((double)(a / b)), Math.Truncate((decimal)(a / b)), MathF.Floor(a / b), Math.Floor(a / b * 1.0), double.Floor(a / b)];
            double FloorOf(int a, int b) => a / b;
            void N(int a, int b)
            {
                double quotient = a / b;
                double truncated;
                truncated = a / b;
                _wholePages = a / b;
            }
        }
        """);

    [Fact]
    public Task Exact_divisions_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private const double Five = 10 / 2;
            private const int Total = 100;
            double M() => Total / 4;
            double One(int a) => a / 1;
            double Factor(int a, int b) => a * b / b + 8 * a / 4;
            double Remainder(int a, int b) => (a - a % b) / b;
            double Gauss(int n) => n * (n + 1) / 2 + n * (n - 1) / 2 + (n + 1) * n / 2;
        }
        """);

    [Fact]
    public Task A_product_that_is_not_known_to_be_a_multiple_is_reported() => Verify.VerifyAsync(
        """
        class C
        {
            double M(int a, int b) => [|a * 3 / 2|];
            double N(int n) => [|n * (n + 2) / 2|];
            double P(int n) => [|n * (n + 1) / 3|];
        }
        """);

    [Fact]
    public Task Row_and_column_of_a_grid_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            (float X, float Y) Place(int index, int columns, float size)
            {
                var x = index % columns * size;
                var y = index / columns * size;
                return (x, y);
            }
            float Row(int index, int columns, float size) => [|index / columns|] * size;
        }
        """);

    [Fact]
    public Task Rounding_down_to_a_step_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            double Snap(int value, int step) => value / step * step + 5 * (value / 5);
        }
        """);

    [Fact]
    public Task Results_that_stay_integers_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            long M(int a, int b) => a / b;
            int? N(int a, int b) => a / b;
            double O(int[] a, int b) => a[b / 2];
            double P(int a, int b) => (int)(a / b);
            double Q(int a, int b) => a / 10 % 10;
            double R(int a, int b) => Int(a / b);
            static int Int(int a) => a;
            object S(int a, int b) => $"{a / b}" + a / b;
            double T(int a, int b) => (a / b) << 2;
        }
        """);

    [Fact]
    public Task Half_a_size_in_pixels_beside_a_coordinate_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            float M(float left, int width) => left - width / 2;
            float N(float left, int width, int gap) => left + (2 * width + gap) / 2 + left;
            float O(float left, int width) => left - [|width / 3|];
            float P(float left, int width) => left * ([|width / 2|]);
            double Q(double left, int width) => left - [|width / 2|];
            float R(int width) => [|width / 2|];
        }
        """);

    [Fact]
    public Task Floating_point_and_user_defined_divisions_are_silent() => Verify.VerifyAsync(
        """
        using System;

        struct Money
        {
            public static Money operator /(Money a, int b) => a;
            public static implicit operator double(Money a) => 1;
            public static implicit operator Money(int a) => default;
        }
        class C
        {
            double M(Money a, double d, decimal m, TimeSpan t) => a / 2 + d / 3 + (double)(m / 2) + t / t;
            Money N(int a, int b) => a / b;
        }
        """);

    [Fact]
    public Task Halves_of_pixels_in_a_vector_are_silent() => Verify.VerifyAsync(
        """
        readonly struct Vector(float x, float y)
        {
            public float X => x + y;
        }
        class C
        {
            Vector Centre(int width, int height, int left) => new(left + width / 2, (height - 10) / 2);
            Vector Third(int width) => new([|width / 3|], 0);
        }
        """);

    [Fact]
    public Task Quotients_that_are_too_great_for_a_fraction_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            double A => long.MaxValue / 16;
            double B => [|int.MaxValue / 16|];
        }
        """);
}
