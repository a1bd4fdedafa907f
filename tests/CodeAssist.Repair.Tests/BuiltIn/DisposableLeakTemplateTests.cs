namespace CodeAssist.Repair.Tests.BuiltIn;

public class DisposableLeakTemplateTests
{
    private static string Code(string statements) =>
        $$"""
        using System;
        using System.IO;
        using System.Threading.Tasks;

        class OnlyAsync : IAsyncDisposable
        {
            public void Use() { }
            public ValueTask DisposeAsync() => default;
        }
        class C
        {
            string? M(string path, int n)
            {
                {{statements}}
            }
        }
        """;

    private static Task Repairs(string statements, string expected) => RepairVerifier.RepairsAsync("CDA3004", Code(statements), Code(expected));

    [Fact]
    public Task A_using_declaration() => Repairs(
        """
        // first line
                var reader = new StreamReader(path); // text
                return reader.ReadLine();
        """,
        """
        // first line
                using var reader = new StreamReader(path); // text
                return reader.ReadLine();
        """);

    [Fact]
    public Task In_a_branch() => Repairs(
        "if (n > 0) { StreamReader r = new(path); return r.ReadLine(); } return null;",
        "if (n > 0) { using StreamReader r = new(path); return r.ReadLine(); } return null;");

    [Fact]
    public Task A_switch_section_has_no_place_for_it() => RepairVerifier.OffersNothingAsync(
        "CDA3004", Code("switch (n) { case 1: var r = new StreamReader(path); return r.ReadLine(); default: return null; }"));

    [Fact]
    public Task Several_variables_have_no_template() => RepairVerifier.OffersNothingAsync(
        "CDA3004", Code("StreamReader r = new(path), s = new(path); return r.ReadLine() + s.ReadLine();"));

    [Fact]
    public Task An_asynchronous_disposal_has_no_template() => RepairVerifier.OffersNothingAsync(
        "CDA3004", Code("var r = new OnlyAsync(); r.Use(); return null;"));
}
