using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.NonShortCircuitOperatorAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class NonShortCircuitOperatorTests
{
    [Theory]
    [InlineData("[|text != null & text.Length > 0|]")]
    [InlineData("[|text == null | text.Length == 0|]")]
    [InlineData("[|null != text & text.Contains('a')|]")]
    [InlineData("[|text is not null & text.Length > 0|]")]
    [InlineData("[|!(text == null) & text.Length > 0|]")]
    [InlineData("[|(text != null) & (text.Length > 0)|]")]
    [InlineData("[|list != null & list[0] > 1|]")]
    [InlineData("[|array != null & array[0] > 1|]")]
    [InlineData("[|number.HasValue & number.Value > 1|]")]
    [InlineData("[|test != null & test()|]")]
    [InlineData("[|text != null & on & text.Length > 0|]")]
    [InlineData("[|on & text != null & text.Length > 0|]")]
    [InlineData("[|text != null & text.Length > 0|] & on")]
    [InlineData("on || [|text != null & (text.Length > 0 || on)|]")]
    [InlineData("[|text != null & (text.Length > 0 ? on : !on)|]")]
    public Task The_right_side_throws(string condition) => Verify.VerifyAsync(Source(condition));

    [Fact]
    public Task The_message_names_operator_and_variable() => Verify.VerifyAsync(
        Source("{|#0:text == null | text.Length == 0|}"),
        Verify.Diagnostic(0, "|", "text"));

    [Theory]
    [InlineData("text != null && text.Length > 0")]
    [InlineData("text == null || text.Length == 0")]
    [InlineData("text != null & list.Count > 0")]
    [InlineData("text != null | on")]
    [InlineData("text == null & on")]
    [InlineData("text.Length > 0 & text != null")]
    [InlineData("text != null & text?.Length > 0")]
    [InlineData("text != null & (text != null && text.Length > 0)")]
    [InlineData("text != null & (on && text.Length > 0)")]
    [InlineData("text != null & string.IsNullOrEmpty(text)")]
    [InlineData("text != null & nameof(text.Length) == \"a\"")]
    [InlineData("text == null & text.Length > 0")]
    public Task The_right_side_does_not_throw_or_is_not_evaluated(string condition) => Verify.VerifyAsync(Source(condition));

    [Theory]
    [InlineData("text != null & (count = text.Length) > 0")]
    [InlineData("list != null & list[count++] > 0")]
    public Task Effects_that_may_be_needed(string condition) => Verify.VerifyAsync(Source(condition));

    [Theory]
    [InlineData("(flags & Flags.A) != 0")]
    [InlineData("(count & list.Count) > 0")]
    [InlineData("(maybe & text.Length > 0) == true")]
    [InlineData("((text != null ? maybe : null) & text.Length > 0) == true")]
    [InlineData("new Own() & new Own()")]
    public Task Flags_numbers_nullable_bools_and_own_operators(string condition) => Verify.VerifyAsync(Source(condition));

    [Fact]
    public Task A_long_chain_is_looked_at_once() =>
        Verify.VerifyAsync(Source("[|" + string.Join(" & ", Enumerable.Repeat("on", 300)) + " & text != null & text.Length > 0|]"));

    [Fact]
    public Task A_test_of_the_type() => Verify.VerifyAsync(
        """
        class C
        {
            bool A(object o) => [|o is string & ((string)o).Length > 0|];
            bool B(string s) => [|s is { } & s.Length > 1|];
            bool D(object o, bool on) => o is string | on;
            bool E(object o) => o is not string & o.ToString() == "";
        }
        """);

    private static string Source(string condition) =>
        $$"""
        #nullable disable
        using System;
        using System.Collections.Generic;

        [Flags]
        enum Flags { A = 1 }

        class Own
        {
            public static bool operator &(Own a, Own b) => a is null;
        }

        class C
        {
            bool M(string text, List<int> list, int[] array, int? number, bool on, bool? maybe, int count, Flags flags, Func<bool> test) => {{condition}};
        }
        """;
}
