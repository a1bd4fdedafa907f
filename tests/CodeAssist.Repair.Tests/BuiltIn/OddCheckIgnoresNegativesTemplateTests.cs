namespace CodeAssist.Repair.Tests.BuiltIn;

public class OddCheckIgnoresNegativesTemplateTests
{
    private const string Id = "CDA1022";

    [Theory]
    [InlineData("x % 2 == 1", "x % 2 != 0")]
    [InlineData("x % 2 != 1", "x % 2 == 0")]
    [InlineData("1 == x % 2", "0 != x % 2")]
    [InlineData("y % 2L == 1L // odd\n            ", "y % 2L != 0L // odd\n            ")]
    public Task The_remainder_is_compared_with_zero(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task A_named_constant_gets_no_template() => RepairVerifier.OffersNothingAsync(Id, Source("x % 2 == One"));

    private static string Source(string condition) =>
        $$"""
        class C
        {
            const int One = 1;
            bool M(int x, long y) => {{condition}};
        }
        """;
}
