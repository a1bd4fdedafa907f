namespace CodeAssist.Repair.Tests.BuiltIn;

public class LoopIncrementsWrongVariableTemplateTests
{
    private const string Id = "CDA1014";

    private static string Source(string loop) =>
        $$"""
        class C
        {
            void Do(int i) { }

            void M(int n, int k)
            {
                {{loop}}
            }
        }
        """;

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; i++ /* step */) Do(i + j);", "for (int i = 0; i < n; i++) for (int j = 0; j < n; j++ /* step */) Do(i + j);")]
    [InlineData("for (int j = n; j >= 0; k -= 2) Do(j);", "for (int j = n; j >= 0; j -= 2) Do(j);")]
    [InlineData("for (int @in = 0; @in < n; k = k + 1) Do(@in);", "for (int @in = 0; @in < n; @in = @in + 1) Do(@in);")]
    public Task The_tested_variable_is_stepped(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task A_step_that_leads_away_is_left_alone() => RepairVerifier.OffersNothingAsync(Id, Source("for (int j = n; j >= 0; k++) Do(j);"));
}
