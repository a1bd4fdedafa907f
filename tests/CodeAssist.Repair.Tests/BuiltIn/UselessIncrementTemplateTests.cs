namespace CodeAssist.Repair.Tests.BuiltIn;

public class UselessIncrementTemplateTests
{
    private const string Id = "CDA1020";

    private static string Source(string statements) =>
        $$"""
        class C
        {
            int M(int i)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("i = i++; // next\n        return i;", "i++; // next\n        return i;")]
    [InlineData("i = (i--); return i;", "i--; return i;")]
    [InlineData("for (; i < 9; i = i++) { } return i;", "for (; i < 9; i++) { } return i;")]
    [InlineData("return i++;", "return i;")]
    [InlineData("return (i--) /* as it was */;", "return (i) /* as it was */;")]
    public Task The_step_is_kept_or_left_out(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task An_expression_body() => RepairVerifier.RepairsAsync(Id, "class C { int M(int i) => i++; }", "class C { int M(int i) => i; }");
}
