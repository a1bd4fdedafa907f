namespace CodeAssist.Repair.Tests.BuiltIn;

public class IntegerDivisionToFloatingPointTemplateTests
{
    private const string Id = "CDA1008";

    [Theory]
    [InlineData("double", "a / b", "(double)a / b")]
    [InlineData("float", "a / b", "(float)a / b")]
    [InlineData("decimal", "a / b", "(decimal)a / b")]
    [InlineData("double?", "a / b", "(double)a / b")]
    [InlineData("double", "(a + b) / c", "(double)(a + b) / c")]
    [InlineData("double", "-a / b", "(double)-a / b")]
    [InlineData("double", "a * b / c", "a * b / (double)c")]
    [InlineData("double", "a / b / c", "(double)a / b / c")]
    [InlineData("double", "(a / b) / c", "((double)a / b) / c")]
    [InlineData("double", "a * b / c / a", "a * b / (double)c / a")]
    [InlineData("double", "a / b * 100", "(double)a / b * 100")]
    [InlineData("double", "1 / c", "1.0 / c")]
    [InlineData("float", "1 / c", "1f / c")]
    [InlineData("decimal", "100 / c", "100m / c")]
    [InlineData("double", "0x10 / c", "(double)0x10 / c")]
    [InlineData("double", "(double)(a / b)", "(double)a / b")]
    [InlineData("double", "2 * (double)(a / b)", "2 * ((double)a / b)")]
    [InlineData("double", "(double) (a * b / c)", "(a * b / (double)c)")]
    [InlineData("double?", "n / b", "(double?)n / b")]
    [InlineData("double", "text.Length /* all */ / b // done", "(double)text.Length /* all */ / b // done")]
    public Task One_operand_is_converted(string type, string before, string after) => RepairVerifier.RepairsAsync(
        Id, Source(type, before), Source(type, after));

    [Fact]
    public Task A_constant_is_repaired() => RepairVerifier.RepairsAsync(
        Id,
        "class C\r\n{\r\n    public const double Half = 1 / 2; // one half\r\n}\r\n",
        "class C\r\n{\r\n    public const double Half = 1.0 / 2; // one half\r\n}\r\n");

    [Fact]
    public Task Code_that_a_cast_would_not_bind_to_gets_no_template() => RepairVerifier.OffersNothingAsync(
        Id,
        """
        class C
        {
            double M(int a) => a switch { 1 => 2, _ => 3 } / a switch { 1 => 2, _ => 3 };
        }
        """);

    [Fact]
    public async Task The_title_names_the_type()
    {
        var outcome = await RepairVerifier.RepairAsync(Source("float", "a / b"), Id);
        Assert.Equal("Divide as 'float'", outcome.Edit?.Title);
    }

    private static string Source(string type, string expression) =>
        $$"""
        class C
        {
            {{type}} M(int a, int b, int c, int? n, string text)
            {
                return {{expression}}
                    ;
            }
        }
        """;
}
