namespace CodeAssist.Repair.Tests.BuiltIn;

public class AwaitNullConditionalTemplateTests
{
    private static string Code(string member) =>
        $$"""
        using System;
        using System.IO;
        using System.Threading.Tasks;

        class C
        {
            {{member}}
        }
        """;

    private static Task Repairs(string member, string expected) => RepairVerifier.RepairsAsync("CDA2005", Code(member), Code(expected));

    [Fact]
    public Task A_statement() => Repairs(
        "async Task M(Stream? s) { await s?.FlushAsync(); /* all of it */ }",
        "async Task M(Stream? s) { await (s?.FlushAsync() ?? Task.CompletedTask); /* all of it */ }");

    [Fact]
    public Task A_configured_task() => Repairs(
        "async Task M(Stream? s) => await (s?.FlushAsync()).ConfigureAwait(false);",
        "async Task M(Stream? s) => await (s?.FlushAsync() ?? Task.CompletedTask).ConfigureAwait(false);");

    [Fact]
    public Task A_delegate() => Repairs(
        "async Task M(Func<Task>? f) { await f?.Invoke(); }",
        "async Task M(Func<Task>? f) { await (f?.Invoke() ?? Task.CompletedTask); }");

    [Fact]
    public Task What_a_result_should_be_is_not_known() => RepairVerifier.OffersNothingAsync(
        "CDA2005", Code("async Task<string?> M(TextReader? r) => await r?.ReadLineAsync();"));
}
