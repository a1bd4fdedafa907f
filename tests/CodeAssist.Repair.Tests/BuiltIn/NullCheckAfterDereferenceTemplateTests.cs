namespace CodeAssist.Repair.Tests.BuiltIn;

public class NullCheckAfterDereferenceTemplateTests
{
    private const string Id = "CDA1026";

    [Theory]
    [InlineData("name.Length > 0 && name != null", "name != null && name.Length > 0")]
    [InlineData("name.Length > 0 && on && name is not null // both", "name is not null && name.Length > 0 && on // both")]
    [InlineData("on && name.Length > 0 && name != null && name[0] == 'a'", "on && name != null && name.Length > 0 && name[0] == 'a'")]
    [InlineData("name.Length == 0 || name == null", "name == null || name.Length == 0")]
    [InlineData("name.Trim().Length == 0 || null == name", "null == name || name.Trim().Length == 0")]
    [InlineData("on || name.Length == 0 || name is null", "on || name is null || name.Length == 0")]
    [InlineData("name.Length > 0\n            && name != null", "name != null && name.Length > 0")]
    public Task The_test_comes_first(string before, string after) => RepairVerifier.RepairsAsync(Id, Source("return " + before + "\n            ;"), Source("return " + after + "\n            ;"));

    [Theory]
    [InlineData("return name.Length > 0 && name == null;")]
    [InlineData("return name.Length > 0 || name != null;")]
    [InlineData("return name.Length > 0 /* not empty */ && name != null;")]
    [InlineData("var length = name.Length; if (name == null) return on; return length > 0;")]
    [InlineData("var length = name.Length; return on && name != null && length > 0;")]
    public Task Others_get_no_template(string body) => RepairVerifier.OffersNothingAsync(Id, Source(body));

    private static string Source(string body) =>
        $$"""
        #nullable disable
        class C
        {
            bool M(string name, bool on)
            {
                {{body}}
            }
        }
        """;
}
