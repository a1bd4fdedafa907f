using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.MeaninglessShiftAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class MeaninglessShiftTests
{
    private static string Method(string statements) =>
        $$"""
        using System;
        using System.Numerics;

        class C
        {
            const int Configured = 0;
            const int Wide = 32;

            void Use(object value) { }

            void M(int x, uint u, long l, ulong ul, byte b, sbyte sb, ushort us, char c, int? ni, nint native, BigInteger big, Int128 huge, byte[] bytes)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("Use([|x << 32|]);")]
    [InlineData("Use([|u >> 40|]);")]
    [InlineData("Use([|x >>> 32|]);")]
    [InlineData("Use([|l << 64|]);")]
    [InlineData("Use([|ul >> 0x40|]);")]
    [InlineData("Use([|ni << 32|]);")]
    [InlineData("long high = [|x << 32|];")]
    [InlineData("const int Flag = [|1 << 32|];")]
    [InlineData("[|x <<= 32|];")]
    [InlineData("[|l >>>= 64|];")]
    public Task A_shift_by_all_bits(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("Use([|x << 0|]);")]
    [InlineData("Use([|l >> (0)|]);")]
    [InlineData("[|x >>= 0|];")]
    [InlineData("Use([|x >> 0|]); Use(x + 1); Use(x + 2); Use(x >> 8);")]
    public Task A_shift_by_nothing(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("Use([|b >> 8|]);")]
    [InlineData("Use([|us >> 16|]);")]
    [InlineData("Use([|c >> 16|]);")]
    [InlineData("[|b <<= 8|];")]
    [InlineData("[|sb <<= 9|];")]
    public Task Narrow_values(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task The_message_names_shift_width_and_count() => Verify.VerifyAsync(
        Method("Use({|#0:x << 32|}); Use({|#1:b >> 8|});"),
        Verify.Diagnostic(0, "x << 32", 32, 32),
        Verify.Diagnostic(1, "b >> 8", 8, 8));

    [Theory]
    [InlineData("Use(native << 32);")]
    [InlineData("Use((nuint)native >> 64);")]
    [InlineData("Use(big << 0);")]
    [InlineData("Use(huge << 64);")]
    public Task Native_integers_and_operators_of_their_own_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("Use(x << Configured);")]
    [InlineData("Use(x << Wide);")]
    [InlineData("Use(x << (8 * 0));")]
    [InlineData("Use(x << sizeof(int) * 8);")]
    public Task Named_and_computed_counts_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("Use(bytes[0] << 0 | bytes[1] << 8);")]
    [InlineData("bytes[0] = (byte)(x >> 0); bytes[1] = (byte)(x >> 8);")]
    [InlineData("bytes[3] = (byte)(x >> 24);\nbytes[2] = (byte)(x >> 16);\nbytes[1] = (byte)(x >> 8);\nbytes[0] = (byte)(x >> 0);")]
    [InlineData("Use(new[] { x >> 0, x >> 8 });")]
    [InlineData("switch (x) { case 0: Use(l >> 0); break; case 1: Use(l >> 8); break; }")]
    [InlineData("if (x == 0) { Use(l >> 0); } else if (x == 1) { Use(l >> 8); }")]
    [InlineData("Use(x switch { 0 => l >> 0, 1 => l >> 8, _ => l });")]
    [InlineData("x <<= 0; u <<= 8;")]
    public Task Tables_with_their_neighbours_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task Flags_and_neighbouring_members_are_silent() => Verify.VerifyAsync(
        """
        enum Flags
        {
            One = 1 << 0,
            Two = 1 << 1,
            Last = [|1 << 32|],
        }

        class Packed(int bits)
        {
            public byte Low => (byte)(bits >> 0);
            public byte High => (byte)(bits >> 8);
            public int Get(int i) { return i; }
            public int Part0() { return bits >> 0; }
            public int Part1() { return bits >> 16; }
        }
        """);

    [Theory]
    [InlineData("Use(x << 31);")]
    [InlineData("Use(l << 32);")]
    [InlineData("Use(b << 8);")]
    [InlineData("Use(b << 24);")]
    [InlineData("Use(sb >> 7);")]
    [InlineData("Use((long)x << 32);")]
    [InlineData("Use(1L << 40);")]
    [InlineData("Use(x << -1);")]
    public Task Shifts_that_move_something_are_silent(string statements) => Verify.VerifyAsync(Method(statements));
}
