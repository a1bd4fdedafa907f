namespace CodeAssist.Repair.Tests.BuiltIn;

public class ImpossibleClampTemplateTests
{
    private const string Id = "CDA1036";

    [Theory]
    [InlineData("Math.Min(Math.Max(x, 100), 0)", "Math.Min(Math.Max(x, 0), 100)")]
    [InlineData("Math.Max(100, Math.Min(-1, x))", "Math.Max(-1, Math.Min(100, x))")]
    [InlineData("Math.Max(100, Math.Min(0, x))", "Math.Max(0, Math.Min(100, x))")]
    [InlineData("Math.Clamp(x, /* from */ 100, 0 /* to */)", "Math.Clamp(x, /* from */ 0, 100 /* to */)")]
    [InlineData("Math.Clamp(x, max: 0, min: 100)", "Math.Clamp(x, max: 100, min: 0)")]
    [InlineData("Math.Min(Math.Max(x, maxWidth), minWidth)", "Math.Min(Math.Max(x, minWidth), maxWidth)")]
    [InlineData("Math.Clamp(x, High, Low)", "Math.Clamp(x, Low, High)")]
    public Task The_bounds_change_places(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task Constants_that_have_each_other_s_names_get_no_template() => RepairVerifier.OffersNothingAsync(Id, Source("Math.Clamp(x, Minimum, Maximum)"));

    private static string Source(string expression) =>
        $$"""
        using System;

        class C
        {
            const int High = 9;
            const int Low = 1;
            const int Minimum = 9;
            const int Maximum = 1;
            int M(int x, int minWidth, int maxWidth) => {{expression}};
        }
        """;
}
