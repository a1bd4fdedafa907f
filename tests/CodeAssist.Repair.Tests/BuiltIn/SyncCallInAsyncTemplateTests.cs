namespace CodeAssist.Repair.Tests.BuiltIn;

public class SyncCallInAsyncTemplateTests
{
    private static string Code(string member) =>
        $$"""
        using System;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

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
    public Task A_sleep_is_left_alone() => OffersNothing("async Task M() { Thread.Sleep(1); await Task.Delay(1); }");

    [Fact]
    public Task A_conditional_access_is_left_alone() => OffersNothing("async Task M(Stream? s) { s?.Flush(); await Task.Delay(1); }");
}
