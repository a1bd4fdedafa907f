using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IgnoredPureResultAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IgnoredPureResultTests
{
    [Theory]
    [InlineData("text.Trim()")]
    [InlineData("text.Replace('a', 'b').ToUpper()")]
    [InlineData("text?.Trim()")]
    [InlineData("string.Format(\"{0}\", number)")]
    [InlineData("string.IsNullOrEmpty(text)")]
    [InlineData("date.AddDays(1)")]
    [InlineData("DateTimeOffset.Now.AddDays(1)")]
    [InlineData("time.Add(time)")]
    [InlineData("TimeSpan.FromSeconds(1)")]
    [InlineData("list.Add(1)")]
    [InlineData("map.Remove(\"a\")")]
    [InlineData("ImmutableArray.Create(1)")]
    [InlineData("abstraction.Add(1)")]
    [InlineData("numbers.Where(n => n > 0)")]
    [InlineData("numbers.Select(n => Console.Read())")]
    [InlineData("lazy.OrderBy(n => n).Skip(1)")]
    [InlineData("numbers.Any(n => n > 0)")]
    [InlineData("numbers.ToList()")]
    [InlineData("Path.Combine(text, text)")]
    [InlineData("Path.ChangeExtension(text, \"b\")")]
    [InlineData("Math.Max(number, 1)")]
    [InlineData("Pure(number)")]
    public Task The_result_is_dropped(string call) => Verify.VerifyAsync(Source($"[|{call}|];"));

    [Fact]
    public Task In_lambdas_loops_and_expression_bodies() => Verify.VerifyAsync(Source(
        """
        numbers.ForEach(n => [|n.ToString().Trim()|]);
        for (var i = 0; i < 3; [|text.Trim()|], i++) { }
        void Local() => [|text.Trim()|];
        if (number > 0) [|text.Trim()|];
        Local();
        """));

    [Fact]
    public Task The_message_names_the_method() => Verify.VerifyAsync(
        Source("{|#0:text.Trim()|}; {|#1:numbers.Where(n => n > 0)|};"),
        Verify.Diagnostic(0, "String.Trim"),
        Verify.Diagnostic(1, "Enumerable.Where"));

    [Theory]
    [InlineData("_ = text.Trim()")]
    [InlineData("text = text.Trim()")]
    [InlineData("Console.WriteLine(text.Trim())")]
    public Task The_result_is_used_or_discarded(string statement) => Verify.VerifyAsync(Source(statement + ";"));

    [Theory]
    [InlineData("DateTime.TryParse(text, out date)")]
    [InlineData("ImmutableInterlocked.Update(ref list, l => l.Add(1))")]
    [InlineData("DateTime.Parse(text)")]
    [InlineData("Path.GetFullPath(text)")]
    [InlineData("Path.GetTempFileName()")]
    [InlineData("string.Intern(text)")]
    [InlineData("string.Create(3, number, (span, n) => span.Fill((char)n))")]
    [InlineData("text.CopyTo(new char[3])")]
    [InlineData("text.TryCopyTo(new char[3])")]
    [InlineData("number.CompareTo(1)")]
    [InlineData("builder.Add(1)")]
    [InlineData("new StringBuilder().Append(1)")]
    [InlineData("numbers.First()")]
    [InlineData("numbers.Single(n => n > 0)")]
    public Task Methods_with_effects_or_that_test_their_argument(string call) => Verify.VerifyAsync(Source(call + ";"));

    [Theory]
    [InlineData("lazy.ToList()")]
    [InlineData("lazy.Count()")]
    [InlineData("numbers.Select(n => Console.Read()).ToArray()")]
    [InlineData("numbers.All(n => Visit(n))")]
    [InlineData("numbers.Any(Visit)")]
    [InlineData("numbers.Aggregate(0, (sum, n) => number += n)")]
    public Task A_sequence_is_run_through_for_its_effects(string call) => Verify.VerifyAsync(Source(call + ";"));

    [Fact]
    public Task Assertions_that_a_call_throws_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Linq.Expressions;

        static class Assert
        {
            public static void Throws<T>(Action action) { }
            public static Exception Exception(Action action) => new();
        }

        class Tests
        {
            void M(string text)
            {
                Assert.Throws<ArgumentException>(() => text.Substring(5));
                Assert.Throws<ArgumentException>(() => { text.Substring(5); });
                var e = Assert.Exception(() => text.Substring(5));
                Expression<Action> tree = () => text.Trim();
            }
        }
        """);

    [Fact]
    public Task A_call_that_is_tried_is_silent() => Verify.VerifyAsync(Source(
        """
        try
        {
            text.Substring(number);
        }
        catch (ArgumentException)
        {
            number = 0;
        }
        """));

    [Fact]
    public Task Other_types_with_the_same_names_are_silent() => Verify.VerifyAsync(
        """
        class Path
        {
            public static string Combine(string a, string b) => a + b;
            public Path Add(int n) => this;
            void M() { Combine("a", "b"); Add(1); }
        }
        """);

    [Fact]
    public Task What_is_measured_is_silent() => Verify.VerifyAsync(
        """
        using System;

        class BenchmarkAttribute : Attribute { }
        class Times
        {
            [Benchmark] public void Compare() => DateTime.Now.CompareTo(DateTime.Now);
            public void Other() => [|DateTime.Now.CompareTo(DateTime.Now)|];
        }
        class TextBenchmarks
        {
            public void Trim() => "a".Trim();
        }
        """);

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Diagnostics.Contracts;
        using System.IO;
        using System.Linq;
        using System.Text;

        class C
        {
            void M(
                string text, int number, DateTime date, TimeSpan time, ImmutableList<int> list, ImmutableDictionary<string, int> map,
                IImmutableSet<int> abstraction, ImmutableList<int>.Builder builder, List<int> numbers, IEnumerable<int> lazy)
            {
                {{statements}}
            }

            [Pure]
            static int Pure(int n) => n;

            static bool Visit(int n) => Console.Read() > n;
        }
        """;
}
