namespace CodeAssist.Repair.Tests.BuiltIn;

public class OverflowBeforeWideningTemplateTests
{
    private const string Id = "CDA1035";

    [Theory]
    [InlineData("long", "a * b", "(long)a * b")]
    [InlineData("double", "a * b", "(double)a * b")]
    [InlineData("decimal", "a * b // all", "(decimal)a * b // all")]
    [InlineData("long", "1000 * a", "1000L * a")]
    [InlineData("long", "a * b * c", "(long)a * b * c")]
    [InlineData("long", "(a + b) * c", "(long)(a + b) * c")]
    [InlineData("long", "a / b * c", "a / b * (long)c")]
    [InlineData("long", "a * b + c", "(long)a * b + c")]
    [InlineData("long", "(long)(a * b)", "(long)a * b")]
    [InlineData("long", "2L * (long)(a * b)", "2L * ((long)a * b)")]
    [InlineData("long?", "n * b", "(long?)n * b")]
    [InlineData("ulong", "u * v", "(ulong)u * (ulong)v")]
    [InlineData("ulong", "(ulong)(a * b)", "(ulong)a * (ulong)b")]
    [InlineData("long", "1 << a", "1L << a")]
    [InlineData("ulong", "(ulong)(1 << a)", "(ulong)1 << a")]
    [InlineData("ulong", "u << a", "(ulong)u << a")]
    public Task The_first_operand_is_widened(string type, string before, string after) => RepairVerifier.RepairsAsync(
        Id, Source(type, before), Source(type, after));

    [Theory]
    [InlineData("long", "a * b / c * a")]
    [InlineData("double", "a << b")]
    public Task Others_get_no_template(string type, string expression) => RepairVerifier.OffersNothingAsync(Id, Source(type, expression));

    [Fact]
    public async Task The_title_names_the_type()
    {
        var outcome = await RepairVerifier.RepairAsync(Source("long", "a * b"), Id);
        Assert.Equal("Compute as 'long'", outcome.Edit?.Title);
    }

    private static string Source(string type, string expression) =>
        $$"""
        class C
        {
            {{type}} M(int a, int b, int c, int? n, uint u, uint v)
            {
                return {{expression}}
                    ;
            }
        }
        """;
}
