namespace CodeAssist.Repair.Tests.BuiltIn;

public class ReversedCompoundAssignmentTemplateTests
{
    private const string Id = "CDA1019";

    private static string Source(string statement) =>
        $$"""
        class C
        {
            int Total { get; set; }

            void M(int x, int y, bool a, bool b)
            {
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData("x =- y; // less", "x -= y; // less")]
    [InlineData("Total =+ /* more */ y;", "Total += /* more */ y;")]
    [InlineData("if (a =! b) x = y;", "if (a != b) x = y;")]
    [InlineData("for (; x > 0; x =- 1) { }", "for (; x > 0; x -= 1) { }")]
    [InlineData("a =! b;", "a = !b;")]
    public Task The_characters_get_their_order(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));
}
