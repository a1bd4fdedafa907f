using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.ContradictoryConditionAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class ContradictoryConditionTests
{
    private static string Condition(string condition) =>
        $$"""
        using System;
        using System.Diagnostics;

        class Animal { public int Legs; }
        class Dog : Animal { }
        enum Color { Red, Green, Blue }

        class C
        {
            private const int Low = 1;
            private const int High = 2;
        #if DEBUG
            private const int Mode = 1;
        #else
            private const int Mode = 3;
        #endif
            private int _field;
            private int Next { get; set; }
            private bool Try() => _field++ > 3;
            private int Get() => _field++;

            bool M(int x, int y, int? n, uint u, byte b, ulong l, char c, double d, decimal m, string s, object o, bool flag, bool? maybe, Color color)
            {
                return {{condition}};
            }
        }
        """;

    [Theory]
    [InlineData("x == 1 && [|x == 2|]")]
    [InlineData("x == 1 && flag && [|2 == x|]")]
    [InlineData("x == Low && [|x == High|]")]
    [InlineData("s == \"a\" && [|s == \"b\"|]")]
    [InlineData("color == Color.Red && [|color == Color.Blue|]")]
    [InlineData("x is 1 && [|x is 2|]")]
    [InlineData("n == 1 && [|n == null|]")]
    [InlineData("s == null && [|s == \"\"|]")]
    [InlineData("s is not null && [|s is null|]")]
    [InlineData("d == 1.5 && [|d == 2.5|]")]
    [InlineData("_field == 1 && [|this._field == 2|]")]
    [InlineData("s.Length == 1 && [|s.Length == 2|]")]
    [InlineData("x == 1 && [|x != 1|]")]
    public Task Different_constants_at_once(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("x != 1 || [|x != 2|]")]
    [InlineData("s != \"a\" || flag || [|s != \"b\"|]")]
    [InlineData("color != Color.Red || [|color != Color.Blue|]")]
    [InlineData("n != 1 || [|n != 2|]")]
    [InlineData("d != 1 || [|d != 2|]")]
    [InlineData("x is not 1 || [|x is not 2|]")]
    [InlineData("x >= 5 || [|x <= 10|]")]
    [InlineData("x > 5 || [|x <= 5|]")]
    [InlineData("flag || [|!flag|]")]
    public Task One_of_two_always_holds(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("x > 5 && [|x < 3|]")]
    [InlineData("x > 5 && [|x < 6|]")]
    [InlineData("x >= 5 && y == 1 && [|4 >= x|]")]
    [InlineData("x == 5 && [|x > 7|]")]
    [InlineData("x > 7 && [|x == 5|]")]
    [InlineData("m > 5m && [|m < 5m|]")]
    [InlineData("d > 5.5 && [|d < 3.5|]")]
    [InlineData("n > 5 && [|n < 3|]")]
    [InlineData("c > 'z' && [|c < 'a'|]")]
    [InlineData("x is > 5 && [|x is < 3|]")]
    public Task Ranges_that_do_not_meet(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("[|u >= 0|]")]
    [InlineData("[|u < 0|]")]
    [InlineData("[|0 <= b|]")]
    [InlineData("[|0 > l|]")]
    [InlineData("[|u - 1 >= 0|]")]
    [InlineData("[|(byte)x >= 0|]")]
    public Task Unsigned_values_and_zero(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("flag && [|!flag|]")]
    [InlineData("x > y && [|!(x > y)|]")]
    [InlineData("!(o is string) && [|o is string|]")]
    [InlineData("o is not Animal && [|o is Dog|]")]
    [InlineData("o is not string || [|o is string|]")]
    public Task Opposites(string condition) => Verify.VerifyAsync(Condition(condition));

    [Fact]
    public Task A_type_that_an_earlier_arm_has_taken() => Verify.VerifyAsync(
        """
        class Animal;
        class Dog : Animal;

        class C
        {
            int M(object o, bool flag)
            {
                if (o is Animal a)
                    return 1;
                else if (flag)
                    return 2;
                else if ([|o is Dog d|])
                    return 3;
                return o is Animal ? 1 : [|o is Animal b|] && flag ? 2 : 3;
            }

            int Silent(object o, bool flag)
            {
                if (o is Dog)
                    return 1;
                else if (o is Animal)
                    return 2;
                if (o is Animal && flag)
                    return 1;
                else if (o is Dog)
                    return 2;
                if (o is Animal)
                    return 1;
                else if ((o = "") is Dog)
                    return 2;
                else if (o is Dog)
                    return 3;
                return o is Animal ? 1 : o is Animal ? 2 : 3;
            }
        }
        """);

    [Theory]
    [InlineData("if (o is Animal) return 1; else if ([|o is Dog|]) return 2;")]
    [InlineData("if (o is Animal) return 1; else if ([|o is Dog d|]) return 2;")]
    [InlineData("if (o is Animal a) return 1; else if ([|o is Dog|]) return 2;")]
    [InlineData("if (o is Animal a) return 1; else if ([|o is Animal b|]) return 2;")]
    [InlineData("if (o is Animal || flag) return 1; else if ([|o is Dog|] && x == 1) return 2;")]
    public Task A_type_that_the_first_arm_has_taken(string body) => Verify.VerifyAsync(
        Condition("x == 1; } int N(object o, bool flag, int x) { " + body + " return 3"));

    [Fact]
    public Task The_message_names_both_conditions_and_the_result() => Verify.VerifyAsync(
        Condition("({|#1:x == 1|} && {|#0:x == 2|}) || {|#2:u >= 0|} || ({|#4:y != 1|} || {|#3:y != 2|})"),
        Verify.Diagnostic(0, "x == 2", "x == 1", "false").WithLocation(1),
        Verify.Diagnostic(2, "u >= 0", "uint", "true"),
        Verify.Diagnostic(3, "y != 2", "y != 1", "true").WithLocation(4));

    [Fact]
    public Task A_loop_that_counts_an_unsigned_index_down() => Verify.VerifyAsync(
        """
        class C
        {
            void M(int[] a)
            {
                for (uint i = 9; [|i >= 0|]; i--)
                    a[i] = 0;
            }
        }
        """);

    [Theory]
    [InlineData("d < 1.5 || d >= 1.5")]
    [InlineData("d <= 1.5 || d > 0.5")]
    [InlineData("n < 1 || n >= 1")]
    [InlineData("maybe == true || maybe == false")]
    public Task NaN_and_null_are_neither(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("Get() == 1 && Get() == 2")]
    [InlineData("Next == 1 && Next == 2")]
    [InlineData("(x = Get()) == 1 && (x = Get()) == 2")]
    [InlineData("x++ == 1 && x++ == 2")]
    [InlineData("_field == 1 && Try() && _field == 2")]
    [InlineData("x == 1 && (x = y) > 0 && x == 2")]
    [InlineData("Try() && !Try()")]
    public Task Impure_operands_are_silent(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("x == Mode && x == 2")]
    [InlineData("x != 2 || x != Mode")]
    [InlineData("x == 1\n#if DEBUG\n&& x == 2\n#endif\n")]
    [InlineData("x == 1\n#if !DEBUG\n&& x == 2\n#endif\n")]
    public Task Constants_of_a_build_configuration_are_silent(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("x == 1 && y == 2")]
    [InlineData("x == 1 || x == 2")]
    [InlineData("x != 1 && x != 2")]
    [InlineData("x > 3 && x < 5")]
    [InlineData("x < 3 || x > 5")]
    [InlineData("x >= 5 && x <= 5")]
    [InlineData("x > 5 && x > 3")]
    [InlineData("d > 5.5 && d < 6.5")]
    [InlineData("m > 5m && m < 6m")]
    [InlineData("n == null || n == 5")]
    [InlineData("n != null && n > 5")]
    [InlineData("s == null || s != \"a\"")]
    [InlineData("s is not null && s == \"a\"")]
    [InlineData("(x & 1) == 0 && (x & 2) == 2")]
    [InlineData("x == y && x == y + 1")]
    [InlineData("o is Animal && o is Dog")]
    [InlineData("o is not Dog && o is Animal")]
    [InlineData("o is string || o is int")]
    [InlineData("flag && !maybe == true")]
    [InlineData("x == 1 && flag || x == 2")]
    [InlineData("o.Equals(1) && o.Equals(2) == false && x is 1 or 2")]
    public Task Conditions_that_can_have_both_results_are_silent(string condition) => Verify.VerifyAsync(Condition(condition));

    [Theory]
    [InlineData("u > 0 && u != 0")]
    [InlineData("u <= 0")]
    [InlineData("c >= 0 && c <= 127")]
    [InlineData("x >= 0 && b - 1 >= 0")]
    [InlineData("u >= uint.MinValue")]
    [InlineData("m >= 0 && d >= 0")]
    public Task Comparisons_with_zero_that_say_something_are_silent(string condition) => Verify.VerifyAsync(Condition(condition));

    [Fact]
    public Task Assertions_that_an_unsigned_value_is_not_negative_are_silent() => Verify.VerifyAsync(
        """
        using System.Diagnostics;

        class C
        {
            void M(uint u) => Debug.Assert(u >= 0 && u < 10);
        }
        """);

    [Fact]
    public Task Operators_of_the_users_own_are_silent() => Verify.VerifyAsync(
        """
        #pragma warning disable CS0660, CS0661
        class Matcher
        {
            public static bool operator ==(Matcher m, int n) => true;
            public static bool operator !=(Matcher m, int n) => true;
        }

        class C
        {
            bool M(Matcher m) => (m == 1 && m == 2) || m != 1 || m != 2;
        }
        """);

    [Fact]
    public Task Chains_of_thousands_of_operands_are_no_trouble() => Verify.VerifyAsync(
        Condition(string.Join(" && ", Enumerable.Range(0, 2000).Select(i => $"x != {i}")) + " && [|x == 7|]"));

    [Fact]
    public Task What_is_neither_greater_nor_at_most_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            bool A(double d) => !(d > 0) && !(d <= 0);
            bool B(float f) => d is not > 0 && d is not <= 0 && !(f < 1) && !(f >= 1);
            bool D(int? n) => !(n > 5) && !(n <= 5);
            bool E(int n) => !(n > 5) && [|n > 7|];
            double d = 0;
        }
        """);
}
