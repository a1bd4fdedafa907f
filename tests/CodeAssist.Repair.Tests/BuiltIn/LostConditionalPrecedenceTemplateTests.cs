namespace CodeAssist.Repair.Tests.BuiltIn;

public class LostConditionalPrecedenceTemplateTests
{
    private const string Id = "CDA1032";

    [Theory]
    [InlineData("n ?? 0 + x", "(n ?? 0) + x")]
    [InlineData("n ?? 0 + x * y // all", "(n ?? 0) + x * y // all")]
    [InlineData("n ?? m ?? 0 + x", "(n ?? m ?? 0) + x")]
    [InlineData("n ?? 0 + m ?? 0", "(n ?? 0) + (m ?? 0)")]
    [InlineData("n ?? 0 + n ?? 0 + m ?? 0", "(n ?? 0) + (n ?? 0) + (m ?? 0)")]
    [InlineData("text?.Length ?? 0 - x", "(text?.Length ?? 0) - x")]
    [InlineData("x + n ?? 0", "x + (n ?? 0)")]
    public Task Numbers(string before, string after) => RepairVerifier.RepairsAsync(Id, Source("int", before), Source("int", after));

    [Theory]
    [InlineData("text ?? \"\" + other", "(text ?? \"\") + other")]
    [InlineData("\"a\" + text ?? other", "\"a\" + (text ?? other)")]
    [InlineData("\"a\" + text + text ?? other", "\"a\" + text + (text ?? other)")]
    [InlineData("\"a\" + text == null ? other : text!", "\"a\" + (text == null ? other : text!)")]
    [InlineData("\"a\" + text is not null ? text! : other", "\"a\" + (text is not null ? text! : other)")]
    public Task Texts(string before, string after) => RepairVerifier.RepairsAsync(Id, Source("string", before), Source("string", after));

    [Theory]
    [InlineData("flag ?? false || on", "(flag ?? false) || on")]
    [InlineData("!on is true", "!(on is true)")]
    [InlineData("!flag is false && on", "!(flag is false) && on")]
    [InlineData("!on == off", "on != off")]
    [InlineData("!other.Contains('a') != on", "other.Contains('a') == on")]
    public Task Conditions(string before, string after) => RepairVerifier.RepairsAsync(Id, Source("bool", before), Source("bool", after));

    [Fact]
    public Task A_negation_that_may_be_null_gets_no_template() => RepairVerifier.OffersNothingAsync(Id, Source("bool", "!flag == off"));

    private static string Source(string type, string expression) =>
        $$"""
        class C
        {
            {{type}} M(int x, int y, int? n, int? m, string? text, string other, bool on, bool off, bool? flag)
            {
                return {{expression}}
                    ;
            }
        }
        """;
}
