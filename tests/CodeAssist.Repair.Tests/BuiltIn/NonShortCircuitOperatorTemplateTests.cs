namespace CodeAssist.Repair.Tests.BuiltIn;

public class NonShortCircuitOperatorTemplateTests
{
    private const string Id = "CDA1018";

    [Theory]
    [InlineData("text != null & text.Length > 0", "text != null && text.Length > 0")]
    [InlineData("text == null /* none */ | text.Length == 0", "text == null /* none */ || text.Length == 0")]
    [InlineData("on || text != null & text.Length > 0", "on || text != null && text.Length > 0")]
    [InlineData("on && text != null & text.Length > 0", "on && text != null && text.Length > 0")]
    [InlineData("(text == null | text.Length == 0) & on", "(text == null || text.Length == 0) & on")]
    public Task The_operator_is_doubled(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Theory]
    [InlineData("text != null & text.Length > 0 | on")]
    [InlineData("text != null & text.Length > 0 & on")]
    [InlineData("on && text == null | text.Length == 0")]
    public Task Where_the_grouping_would_change_there_is_no_template(string condition) => RepairVerifier.OffersNothingAsync(Id, Source(condition));

    private static string Source(string condition) =>
        $$"""
        #nullable disable
        class C
        {
            bool M(string text, bool on) => {{condition}};
        }
        """;
}
