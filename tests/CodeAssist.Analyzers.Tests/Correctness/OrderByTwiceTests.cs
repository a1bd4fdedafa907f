using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.OrderByTwiceAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class OrderByTwiceTests
{
    private static Task InMethod(string expression) => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        record P(string Last, string First, int Age);
        class Query { public Query OrderBy(Func<P, object> key) => this; }
        class C
        {
            static IOrderedEnumerable<P> Sorted(List<P> people) => people.OrderBy(p => p.Age);

            object M(List<P> people, IQueryable<P> table, Query query) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("people.OrderBy(p => p.Last).[|OrderBy|](p => p.First)")]
    [InlineData("people.OrderBy(p => p.Last).[|OrderByDescending|](p => p.Age, Comparer<int>.Default).ToList()")]
    [InlineData("people.OrderByDescending(p => p.Last).ThenBy(p => p.First).[|OrderBy|](p => p.Age)")]
    [InlineData("people.Order().[|OrderBy<P, int>|](p => p.Age)")]
    [InlineData("table.OrderBy(p => p.Last).[|OrderBy|](p => p.First)")]
    [InlineData("people.AsParallel().OrderBy(p => p.Last).[|OrderBy|](p => p.First)")]
    [InlineData("people.OrderBy(p => p.Last).[|OrderBy|](p => p.First).[|OrderBy|](p => p.Age)")]
    [InlineData("Enumerable.[|OrderBy|](people.OrderBy(p => p.Last), p => p.First)")]
    public Task Sorted_and_sorted_anew(string expression) => InMethod(expression);

    [Fact]
    public Task The_message_names_both_and_the_earlier_is_added() => Verify.VerifyAsync(
        """
        using System.Linq;
        class C
        {
            object M(int[] n) => n.{|#1:OrderByDescending|}(x => x).{|#0:OrderBy|}(x => -x);
        }
        """,
        Verify.Diagnostic(0, "OrderBy", "OrderByDescending").WithLocation(1));

    [Theory]
    [InlineData("people.OrderBy(p => p.Last).ThenBy(p => p.First)")]
    [InlineData("from p in people orderby p.Last, p.First select p")]
    [InlineData("people.OrderBy(p => p.Last).Take(3).OrderBy(p => p.First)")]
    [InlineData("people.OrderBy(p => p.Last).Where(p => p.Age > 1).OrderBy(p => p.First)")]
    [InlineData("people.OrderBy(p => people.OrderBy(q => q.Age).First() == p)")]
    [InlineData("Sorted(people).OrderBy(p => p.First)")]
    [InlineData("query.OrderBy(p => p.Last).OrderBy(p => p.First)")]
    public Task Other_chains_are_silent(string expression) => InMethod(expression);

    [Fact]
    public Task Two_orderings_of_a_query() => InMethod("from p in people orderby p.Last orderby [|p.First|] select p");

    [Fact]
    public Task A_rematerialised_sequence_is_silent() => InMethod("people.OrderBy(p => p.Last).ToList().OrderBy(p => p.First)");
}
