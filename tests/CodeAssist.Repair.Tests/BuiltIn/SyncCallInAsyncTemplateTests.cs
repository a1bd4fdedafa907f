namespace CodeAssist.Repair.Tests.BuiltIn;

public class SyncCallInAsyncTemplateTests
{
    private static string Code(string member) =>
        $$"""
        using System;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        static class Queries
        {
            public static Task<int> CountAsync<T>(this IQueryable<T> query) => Task.Run(() => query.Count());
        }

        class C
        {
            {{member}}
        }
        """;

    private static Task Repairs(string member, string expected) => RepairVerifier.RepairsAsync("CDA2007", Code(member), Code(expected));

    private static Task OffersNothing(string member) => RepairVerifier.OffersNothingAsync("CDA2007", Code(member));

    [Fact]
    public Task A_statement() => Repairs(
        "async Task M(Stream s) { s.Flush(/* all */); await Task.Delay(1); }",
        "async Task M(Stream s) { await s.FlushAsync(/* all */); await Task.Delay(1); }");

    [Fact]
    public Task A_value_with_a_member() => Repairs(
        "async Task<int> M(string p) { await Task.Delay(1); return File.ReadAllText(p).Length; }",
        "async Task<int> M(string p) { await Task.Delay(1); return (await File.ReadAllTextAsync(p)).Length; }");

    [Fact]
    public Task The_token_in_scope_is_passed_on() => Repairs(
        "async Task M(Stream s, CancellationToken stop) { s.Flush(); await Task.Delay(1, stop); }",
        "async Task M(Stream s, CancellationToken stop) { await s.FlushAsync(stop); await Task.Delay(1, stop); }");

    [Fact]
    public Task The_token_in_scope_is_passed_on_by_name_where_its_place_is_not_next() => Repairs(
        "async Task M(CancellationToken stop) { Put(1); await Task.Delay(1, stop); } void Put(int n, int m = 2) { } Task PutAsync(int n, int m = 2, CancellationToken cancellation = default) => Task.CompletedTask;",
        "async Task M(CancellationToken stop) { await PutAsync(1, cancellation: stop); await Task.Delay(1, stop); } void Put(int n, int m = 2) { } Task PutAsync(int n, int m = 2, CancellationToken cancellation = default) => Task.CompletedTask;");

    [Fact]
    public Task Of_two_tokens_none_is_chosen() => Repairs(
        "async Task M(Stream s, CancellationToken stop, CancellationToken other) { s.Flush(); await Task.Delay(1, stop); }",
        "async Task M(Stream s, CancellationToken stop, CancellationToken other) { await s.FlushAsync(); await Task.Delay(1, stop); }");

    [Fact]
    public Task Where_every_await_is_configured_the_new_one_is() => Repairs(
        "async Task<int> M(string p) { await Task.Delay(1).ConfigureAwait(false); return File.ReadAllText(p).Length; }",
        "async Task<int> M(string p) { await Task.Delay(1).ConfigureAwait(false); return (await File.ReadAllTextAsync(p).ConfigureAwait(false)).Length; }");

    [Fact]
    public Task Where_one_await_is_not_configured_the_new_one_is_not() => Repairs(
        "async Task M(Stream s) { await Task.Delay(1).ConfigureAwait(false); s.Flush(); await Task.Yield(); }",
        "async Task M(Stream s) { await Task.Delay(1).ConfigureAwait(false); await s.FlushAsync(); await Task.Yield(); }");

    [Fact]
    public Task A_sleep() => Repairs(
        "async Task M(CancellationToken stop) { Thread.Sleep(1); await Task.Delay(1, stop); }",
        "async Task M(CancellationToken stop) { await Task.Delay(1, stop); await Task.Delay(1, stop); }");

    [Fact]
    public Task A_query_that_runs_elsewhere() => Repairs(
        "async Task<int> M(System.Linq.IQueryable<int> query) { await Task.Delay(1); return query.Count(); }",
        "async Task<int> M(System.Linq.IQueryable<int> query) { await Task.Delay(1); return await query.CountAsync(); }");

    [Fact]
    public Task A_conditional_access_is_left_alone() => OffersNothing("async Task M(Stream? s) { s?.Flush(); await Task.Delay(1); }");
}
