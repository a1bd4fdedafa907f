namespace CodeAssist.Repair.Tests.BuiltIn;

public class OrderByTwiceTemplateTests
{
    private static string Code(string expression) =>
        $$"""
        using System.Linq;

        class C
        {
            object M(string[] words) => {{expression}};
        }
        """;

    [Theory]
    [InlineData("OrderBy", "ThenBy")]
    [InlineData("OrderByDescending", "ThenByDescending")]
    [InlineData("OrderBy<string, int>", "ThenBy<string, int>")]
    public Task The_later_sort_becomes_a_further_key(string before, string after) => RepairVerifier.RepairsAsync(
        "CDA1028",
        Code($"words.OrderBy(w => w) /* first */ .{before}(w => w.Length)"),
        Code($"words.OrderBy(w => w) /* first */ .{after}(w => w.Length)"));

    [Fact]
    public Task A_query_has_no_template() => RepairVerifier.OffersNothingAsync(
        "CDA1028", Code("from w in words orderby w orderby w.Length select w"));
}
