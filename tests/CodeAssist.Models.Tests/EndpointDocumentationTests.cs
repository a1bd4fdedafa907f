using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>The page about endpoints is the table in the code.</summary>
public class EndpointDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "endpoints.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_page_has_a_row_for_each_kind_as_the_code_has_it() => Assert.All(EndpointKinds.All, kind => Assert.Contains("\n" + Row(kind) + "\n", Page));

    [Fact]
    public void The_page_has_the_errors_of_each_kind_as_the_code_has_them() => Assert.All(EndpointKinds.All, kind => Assert.Contains("\n" + Errors(kind) + "\n", Page));

    [Fact]
    public void The_page_has_no_other_rows() =>
        Assert.Equal(2 * EndpointKinds.All.Length, Page.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));

    private static string Row(EndpointKind kind) => Line(
        Code(kind.Name),
        kind.Family == EndpointFamily.Ollama ? "`/api/chat`" : "Chat Completions",
        Code(kind.Base),
        kind.KeyVariable is null ? "-" : Code(kind.KeyVariable) + (kind.KeyHeader == "Authorization" ? "" : $" as `{kind.KeyHeader}`"),
        Code(kind.MaxTokensField),
        kind.ThinkingOff == "{}" ? "-" : Code(kind.ThinkingOff),
        Codes(kind.ReasoningFields),
        kind.TopK ? kind.RepetitionField is null ? "`top_k`" : $"`top_k`, `{kind.RepetitionField}`" : "-",
        Code(kind.SchemaSupport));

    private static string Errors(EndpointKind kind) => Line(
        Code(kind.Name), Code(kind.ErrorShape), Codes(kind.OverflowTexts), Codes(kind.FilterTexts), Codes(kind.QuotaTexts), Codes(kind.KeyTexts));

    private static string Line(params string[] cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Code(string? text) => text is null ? "-" : $"`{text}`";

    private static string Codes(IReadOnlyCollection<string> texts) => texts.Count == 0 ? "-" : string.Join(", ", texts.Select(Code));
}
