using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.LostConditionalPrecedenceAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class LostConditionalPrecedenceTests
{
    [Theory]
    [InlineData("n ?? 0 + x")]
    [InlineData("n ?? 0 - x")]
    [InlineData("n ?? 1 * x")]
    [InlineData("n ?? 0 * x + y")]
    [InlineData("n ?? 10 + x")]
    [InlineData("n ?? 0 + n ?? 0")]
    [InlineData("n ?? 0 + n ?? 0 + m ?? 0")]
    [InlineData("text?.Length ?? 0 + x")]
    [InlineData("text ?? \"\" + other")]
    [InlineData("text ?? \"\" + x")]
    [InlineData("text ?? string.Empty + other")]
    [InlineData("flag ?? false || on")]
    [InlineData("flag ?? true && on")]
    [InlineData("flag ?? false == on")]
    public Task A_default_that_takes_what_follows(string expression) => Verify.VerifyAsync(Source($"use([|{expression}|]);"));

    [Fact]
    public Task The_last_default_of_a_chain() => Verify.VerifyAsync(Source("use(n ?? [|m ?? 0 + x|]);"));

    [Theory]
    [InlineData("\"a\" + text ?? \"none\"")]
    [InlineData("\"a\" + text + other ?? \"none\"")]
    [InlineData("text + other ?? \"none\"")]
    [InlineData("$\"{x}\" + text ?? \"none\"")]
    [InlineData("x + n ?? 0")]
    [InlineData("x + text?.Length ?? 0")]
    public Task A_sum_before_a_default(string expression) => Verify.VerifyAsync(Source($"use([|{expression}|]);"));

    [Theory]
    [InlineData("[|\"a\" + text == null|] ? \"b\" : text")]
    [InlineData("[|\"a\" + text != null|] ? text : \"b\"")]
    [InlineData("[|\"a\" + text is null|] ? \"b\" : text")]
    [InlineData("[|\"name: \" + text == \"\"|] ? \"b\" : text")]
    [InlineData("[|$\"{x}\" + text == null|] ? \"b\" : text")]
    public Task A_joined_string_that_is_compared(string expression) => Verify.VerifyAsync(Source($"use({expression});"));

    [Theory]
    [InlineData("!on is true")]
    [InlineData("!on is bool")]
    [InlineData("!flag is false")]
    [InlineData("!on is bool b")]
    [InlineData("!on == off")]
    [InlineData("!on != off")]
    [InlineData("!on == (x > y)")]
    [InlineData("!flag == off")]
    [InlineData("!other.Contains('a') == on")]
    public Task A_negation_of_less_than_it_seems(string expression) => Verify.VerifyAsync(Source($"use([|{expression}|]);"));

    [Fact]
    public Task The_message_shows_both_readings() => Verify.VerifyAsync(
        Source("use({|#0:n ?? 0 + x|}); use({|#1:\"a\" + text ?? \"b\"|}); use({|#2:!on is true|}); use({|#3:!on == off|});"),
        Verify.Diagnostic(0, "n ?? (0 + x)", "(n ?? 0) + ..."),
        Verify.Diagnostic(1, "(\"a\" + text) ?? \"b\"", "\"a\" + (text ?? \"b\")"),
        Verify.Diagnostic(2, "(!on) is true", "!(on is true)"),
        Verify.Diagnostic(3, "(!on) == off", "on != off"));

    [Theory]
    [InlineData("(n ?? 0) + x")]
    [InlineData("n ?? (0 + x)")]
    [InlineData("\"a\" + (text ?? \"none\")")]
    [InlineData("(\"a\" + text) ?? \"none\"")]
    [InlineData("\"a\" + (text == null ? \"b\" : text)")]
    [InlineData("(\"a\" + text) == null ? \"b\" : text")]
    [InlineData("!(on is true)")]
    [InlineData("(!on) is true")]
    [InlineData("(!on) == off")]
    [InlineData("!(on == off)")]
    public Task Parentheses_are_silent(string expression) => Verify.VerifyAsync(Source($"use({expression});"));

    [Theory]
    [InlineData("text ?? other + \" \" + text")]
    [InlineData("text ?? \"Page \" + x")]
    [InlineData("text ?? other + text")]
    [InlineData("n ?? x + y")]
    [InlineData("n ?? 2 * x")]
    [InlineData("n ?? x * 0")]
    [InlineData("n ?? 0")]
    [InlineData("n ?? -1")]
    [InlineData("n ?? m ?? 0")]
    [InlineData("flag ?? on || off")]
    [InlineData("flag ?? x > 0")]
    [InlineData("n + 1 ?? 0")]
    [InlineData("1 + n ?? 0")]
    [InlineData("x - n ?? 0")]
    [InlineData("x + n ?? x")]
    [InlineData("n + m ?? 0")]
    public Task Defaults_that_are_composed_on_purpose(string expression) => Verify.VerifyAsync(Source($"use({expression});"));

    [Theory]
    [InlineData("\"/\" + text == other ? \"a\" : \"b\"")]
    [InlineData("\"/\" + text == \"/home\" ? \"a\" : \"b\"")]
    [InlineData("text + other == \"ab\" ? \"a\" : \"b\"")]
    [InlineData("text == null ? \"b\" : text")]
    [InlineData("$\"{(text == null ? \"b\" : text)}\"")]
    [InlineData("\"a\" + x == text")]
    public Task Comparisons_of_joined_strings_that_may_hold(string expression) => Verify.VerifyAsync(Source($"use({expression});"));

    [Theory]
    [InlineData("!on == !off")]
    [InlineData("on == !off")]
    [InlineData("on is not true")]
    [InlineData("!on && off")]
    public Task Other_negations(string expression) => Verify.VerifyAsync(Source($"use({expression});"));

    [Fact]
    public Task A_negation_that_is_explained() => Verify.VerifyAsync(Source(
        """
        use(!on == off); // exactly one of them
        use(!on /* xor */ == off);

        // exactly one of them
        if (!on == off)
            use(on);
        """));

    [Fact]
    public Task Types_with_operators_of_their_own() => Verify.VerifyAsync(
        """
        class Mask
        {
            public static Mask operator !(Mask m) => m;
            bool M(Mask a, Mask b) => !a == b;
        }
        """);

    [Fact]
    public Task A_value_that_may_be_missing_is_asked_for_false() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(string? path, bool? on, bool b) => !path?.EndsWith('/') == true || !on == false || [|!on == b|];
        }
        """);

    [Fact]
    public Task Trees_of_a_test_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Linq.Expressions;

        class C
        {
            void Translates(Expression<Func<C, bool>> tree) { }
            void Runs(Func<C, bool> code) { }
            bool P { get; set; }
            void M()
            {
                Translates(x => !x.P == true);
                Runs(x => [|!x.P == true|]);
            }
        }
        """,
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    private static string Source(string statements) =>
        $$"""
        class C
        {
            void M(System.Action<object?> use, int x, int y, int? n, int? m, string? text, string other, bool on, bool off, bool? flag)
            {
                {{statements}}
            }
        }
        """;
}
