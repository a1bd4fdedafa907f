namespace CodeAssist.Repair.Tests.BuiltIn;

public class WrongVariableAfterAsTemplateTests
{
    private const string Id = "CDA1034";

    [Theory]
    [InlineData("if (a != null) b.X();", "if (b != null) b.X();")]
    [InlineData("if (a == null) return; // none\n        b.X();", "if (b == null) return; // none\n        b.X();")]
    [InlineData("if (on && /* is one */ a is not null) b.X();", "if (on && /* is one */ b is not null) b.X();")]
    [InlineData("if (!ReferenceEquals(a, null)) b.X();", "if (!ReferenceEquals(b, null)) b.X();")]
    public Task The_result_is_tested(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task A_name_that_is_a_keyword() => RepairVerifier.RepairsAsync(
        Id,
        Source("if (a != null) b.X();").Replace("b.X", "@class.X").Replace("B b =", "B @class ="),
        Source("if (@class != null) b.X();").Replace("b.X", "@class.X").Replace("B b =", "B @class ="));

    [Fact]
    public async Task The_title_names_the_result()
    {
        var outcome = await RepairVerifier.RepairAsync(Source("if (a != null) b.X();"), Id);
        Assert.Equal("Test 'b' instead", outcome.Edit?.Title);
    }

    private static string Source(string statements) =>
        $$"""
        #nullable disable
        class B
        {
            public void X() { }
        }

        class C
        {
            void M(object a, bool on)
            {
                B b = a as B;
                {{statements}}
            }
        }
        """;
}
