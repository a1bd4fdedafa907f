using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.OverwrittenElementAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class OverwrittenElementTests
{
    private static string Method(string body) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.ObjectModel;

        class Own { public int this[int i] { get => i; set => Console.Write(value); } }

        class C
        {
            private readonly List<int> _list = new();
            private readonly int[] _array = new int[9];
            private int Count() => _list[0] + _array[0];
            private static int Sum(int[] a) => a[0];

            void M(int[] a, int[] b, int[,] grid, int[][] rows, List<int> list, IDictionary<string, int> map, Own own, ConcurrentDictionary<string, int> shared, ObservableCollection<int> observed, Span<int> span, int i, string key)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("a[0] = 1; [|a[0]|] = 2;")]
    [InlineData("a[i] = 1; [|a[i]|] = 2;")]
    [InlineData("list[0] = 1; [|list[0]|] = 1;")]
    [InlineData("map[\"a\"] = 1; map[\"b\"] = 2; [|map[\"b\"]|] = 3;")]
    [InlineData("map[key] = 1; [|map[key]|] = 2;")]
    [InlineData("grid[0, i] = 1; [|grid[0, i]|] = 2;")]
    [InlineData("rows[0][1] = 1; [|rows[0][1]|] = 2;")]
    [InlineData("span[0] = 1; [|span[0]|] = 2;")]
    [InlineData("_array[1] = 1; [|this._array[1]|] = i;")]
    [InlineData("a[a.Length - 1] = 1; [|a[a.Length - 1]|] = 2;")]
    [InlineData("a[0] = Count(); [|a[0]|] = Count();")]
    [InlineData("switch (i) { case 1: a[0] = 1; [|a[0]|] = 2; break; }")]
    public Task Written_twice_in_a_row(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("a[0] = 1; a[1] = 2; a[i] = 3; [|a[0]|] = 4;")]
    [InlineData("a[0] = 1; [|a[0]|] = 2; [|a[0]|] = 3;")]
    public Task Writes_of_other_elements_may_stand_between(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task A_key_twice_in_an_initialiser() => Verify.VerifyAsync(
        Method("map = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2, [|[\"a\"]|] = 3 };"));

    [Fact]
    public Task The_message_names_the_element_and_the_earlier_write_is_an_additional_location() => Verify.VerifyAsync(
        Method("{|#1:a[i + 1]|} = 1; {|#0:a[i + 1]|} = 2;"),
        Verify.Diagnostic(0, "a[i + 1]").WithLocation(1));

    [Theory]
    [InlineData("a[0] = 1; Console.Write(a[0]); a[0] = 2;")]
    [InlineData("a[0] = 1; a[0] = a[0] + 1;")]
    [InlineData("a[0] = 1; a[1] = a[0]; a[0] = 2;")]
    [InlineData("a[0] = 1; a[a[0]] = 3; a[0] = 2;")]
    [InlineData("a[0] = 1; a[0] = Sum(a);")]
    [InlineData("_list[0] = 1; _list[0] = Count();")]
    [InlineData("a[0] = 1; int Local() => a[0]; a[0] = Local();")]
    [InlineData("a[0] = 1; Count(); a[0] = 2;")]
    public Task Reads_in_between_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("a[0] = 1; a[0] += 2;")]
    [InlineData("a[0] = 1; a[0]++;")]
    [InlineData("a[0] += 1; a[0] = 2;")]
    [InlineData("list.Add(1); list.Add(1);")]
    public Task Other_operations_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("own[0] = 1; own[0] = 2;")]
    [InlineData("shared[key] = 1; shared[key] = 2;")]
    [InlineData("observed[0] = 1; observed[0] = 2;")]
    public Task Indexers_with_side_effects_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("a[i++] = 1; a[i++] = 2;")]
    [InlineData("a[i] = 1; a[i++] = 2; a[i] = 3;")]
    [InlineData("a[i] = 1; a[i + 1] = i = 5; a[i] = 3;")]
    [InlineData("a[i] = 1; i++; a[i] = 2;")]
    [InlineData("a[0] = 1; b[0] = 2;")]
    [InlineData("a[0] = 1; b[0] = 2; a[0] = 3;")]
    [InlineData("a[0] = 1; if (i > 0) a[0] = 2;")]
    [InlineData("if (i > 0) { a[0] = 1; } else { a[0] = 2; }")]
    [InlineData("a[0] = 1; a = b; a[0] = 2;")]
    [InlineData("rows[0][1] = 1; rows[1][1] = 2;")]
    [InlineData("a[Random.Shared.Next(3)] = 1; a[Random.Shared.Next(3)] = 2;")]
    [InlineData("map[Guid.NewGuid().ToString()] = 1; map[Guid.NewGuid().ToString()] = 1;")]
    public Task Other_elements_are_silent(string body) => Verify.VerifyAsync(Method(body));
}
