namespace CodeAssist.Repair.Tests.BuiltIn;

public class IndexOfIgnoresFirstTemplateTests
{
    private const string Id = "CDA1009";

    private static string Source(string condition) =>
        $$"""
        class C
        {
            bool M(string s, int[] a) => {{condition}};
        }
        """;

    [Theory]
    [InlineData("s.IndexOf('x') /* is */ > 0", "s.IndexOf('x') /* is */ >= 0")]
    [InlineData("s.IndexOf(\"x\") <= 0", "s.IndexOf(\"x\") < 0")]
    [InlineData("0 < System.Array.IndexOf(a, 1)", "0 <= System.Array.IndexOf(a, 1)")]
    [InlineData("0 >= System.Array.IndexOf(a, 1)", "0 > System.Array.IndexOf(a, 1)")]
    [InlineData("s.Length > 3 && s.IndexOf('x') is > 0", "s.Length > 3 && s.IndexOf('x') is >= 0")]
    public Task The_operator_counts_the_start(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));
}
