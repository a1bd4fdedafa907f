namespace CodeAssist.Repair.Tests.BuiltIn;

public class FormatArgumentMismatchTemplateTests
{
    private const string Id = "CDA1033";

    [Theory]
    [InlineData("\"{1} and {2}\"", "\"{0} and {1}\"")]
    [InlineData("\"{0} and {2}\"", "\"{0} and {1}\"")]
    [InlineData("\"{2}, {5,-3:N0} and {{1}} {2}\"", "\"{0}, {1,-3:N0} and {{1}} {0}\"")]
    [InlineData("@\"a\\{0} \"\"{7}\"\"\"", "@\"a\\{0} \"\"{1}\"\"\"")]
    [InlineData("\"\"\"{1} {2}\"\"\"", "\"\"\"{0} {1}\"\"\"")]
    public Task Placeholders_are_numbered_from_zero(string before, string after) =>
        RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("\"{0} {1} {2}\"")]
    [InlineData("\"{a} {b}\"")]
    [InlineData("\"\\u007b1} {2}\"")]
    [InlineData("\"{1} \" + \"{2}\"")]
    public Task A_value_that_is_missing_or_lost_gets_no_template(string format) => RepairVerifier.OffersNothingAsync(Id, Source(format));

    private static string Source(string format) =>
        $$"""
        class C
        {
            string M(string a, int b) => string.Format({{format}}, a, b); // two
        }
        """;
}
