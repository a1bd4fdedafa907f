using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IndexOfIgnoresFirstAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IndexOfIgnoresFirstTests
{
    private static string Method(string statements, string name = "M") =>
        $$"""
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;

        class Own { public int IndexOf(string text) => 0; }

        class C
        {
            bool _result;

            void {{name}}(string s, string word, int[] numbers, List<string> list, IList<string> ilist, IList old, Collection<int> collection, ReadOnlySpan<char> span, ImmutableArray<int> fixedArray, Own own)
            {
                {{statements}}
            }

            void Use(object value) { }
        }
        """;

    [Theory]
    [InlineData("if ([|s.IndexOf(word) > 0|]) Use(s);")]
    [InlineData("if ([|s.IndexOf('x') <= 0|]) return;")]
    [InlineData("if ([|0 < s.IndexOf(\"x\", StringComparison.Ordinal)|]) Use(s);")]
    [InlineData("if ([|0 >= s.IndexOf(word)|]) Use(s);")]
    [InlineData("_result = [|s.IndexOf(word) > 0|];")]
    [InlineData("_result = [|s.IndexOf(word) is > 0|];")]
    [InlineData("_result = [|s.IndexOfAny(new[] { 'a', 'b' }) > 0|];")]
    [InlineData("_result = [|s.IndexOf(word, 0) > 0|];")]
    public Task Strings(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("if ([|list.IndexOf(word) > 0|]) list.Remove(word);")]
    [InlineData("if ([|ilist.IndexOf(word) > 0|]) Use(s);")]
    [InlineData("if ([|old.IndexOf(word) > 0|]) Use(s);")]
    [InlineData("if ([|collection.IndexOf(1) > 0|]) Use(s);")]
    [InlineData("if ([|Array.IndexOf(numbers, 1) > 0|]) Use(s);")]
    [InlineData("if ([|span.IndexOf('x') > 0|]) Use(s);")]
    [InlineData("if ([|fixedArray.IndexOf(1) > 0|]) Use(s);")]
    public Task Lists_arrays_and_spans(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("var i = list.IndexOf(word); if ([|i > 0|]) list.RemoveAt(i);")]
    [InlineData("int i = Array.IndexOf(numbers, 3); if ([|i > 0|]) numbers[i] = 0;")]
    [InlineData("int i = s.IndexOf(word); _result = [|i > 0|];")]
    public Task Positions_that_are_only_tested(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task The_message_shows_the_comparison() => Verify.VerifyAsync(
        Method("if ({|#0:s.IndexOf(word) > 0|}) Use(s);"),
        Verify.Diagnostic(0, "s.IndexOf(word) > 0"));

    [Theory]
    [InlineData("_result = s.TrimEnd().LastIndexOf('x') > 0;")]
    [InlineData("_result = list.LastIndexOf(word) > 0;")]
    [InlineData("_result = s.IndexOf(word) >= 0;")]
    [InlineData("_result = s.IndexOf(word) != -1;")]
    [InlineData("_result = s.IndexOf(word) > -1;")]
    [InlineData("_result = s.IndexOf(word) >= 1;")]
    [InlineData("_result = s.IndexOf(word) > 1;")]
    [InlineData("_result = s.IndexOf(word, 1) > 0;")]
    [InlineData("_result = s.Substring(2).IndexOf(word) > 0;")]
    [InlineData("_result = s.AsSpan(word.Length).IndexOf(word.AsSpan()) > 0;")]
    [InlineData("_result = s.AsSpan().Slice(2).IndexOf(':') > 0;")]
    [InlineData("_result = Array.IndexOf(numbers, 1, 2) > 0;")]
    [InlineData("_result = own.IndexOf(word) > 0;")]
    public Task Other_searches_and_bounds_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("int i = s.IndexOf(':'); if (i > 0) Use(s.Substring(0, i));")]
    [InlineData("int i = s.IndexOf(':'); if (i > 0) Use(s[..i]);")]
    [InlineData("if (s.IndexOf('/') > 0) Use(s.Substring(0, s.IndexOf('/')));")]
    [InlineData("int i = list.IndexOf(word); if (i > 0) Use(list[i - 1]);")]
    [InlineData("int i = s.IndexOf(word); if (i > 0) Use(s); i++;")]
    [InlineData("_result = s.IndexOf('@') > 0;")]
    [InlineData("_result = s.IndexOf(\"=\") > 0;")]
    [InlineData("_result = s.IndexOf(\"://\") > 0;")]
    [InlineData("_result = s.IndexOf(System.IO.Path.DirectorySeparatorChar) > 0;")]
    public Task The_separator_idiom_is_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("bool hasPrefix = s.IndexOf(word) > 0; Use(hasPrefix);", "M")]
    [InlineData("// the word must not come first\nif (s.IndexOf(word) > 0) Use(s);", "M")]
    [InlineData("if (s.IndexOf(word) > 0) // not at the start\n    Use(s);", "M")]
    [InlineData("_result = s.IndexOf(word) > 0;", "IsNotAtStart")]
    [InlineData("_result = s.StartsWith(word) || s.IndexOf(word) > 0;", "M")]
    [InlineData("_result = s[0] != 'x' && s.IndexOf(word) > 0;", "M")]
    public Task Deliberate_ones_are_silent(string statements, string name) => Verify.VerifyAsync(Method(statements, name));
}
