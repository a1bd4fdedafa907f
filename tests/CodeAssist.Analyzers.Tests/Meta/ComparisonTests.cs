using System.Text.RegularExpressions;
using CodeAssist.Testing;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>The page that compares with others speaks of every rule.</summary>
public partial class ComparisonTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Repository.PathOf("docs/comparison.md")).Where(line => line.StartsWith("| [CDA", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
    ];

    public static TheoryData<string> Ids => BuiltRule.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_one_row_with_its_name_and_what_differs(string id)
    {
        var row = Assert.Single(Rows, row => row[0] == $"[{id}](rules/{id}.md)");
        Assert.Equal(BuiltRule.Of(id).Name, row[1]);
        Assert.NotEmpty(row[4]);
    }

    [Fact]
    public void Rows_are_whole_and_in_order()
    {
        Assert.All(Rows, row => Assert.Equal(5, row.Length));
        Assert.Equal(Rows.Select(row => row[0]).Order(StringComparer.Ordinal).Distinct(), Rows.Select(row => row[0]));
    }

    [Fact]
    public void The_SDKs_IDs_stand_in_the_SDKs_column()
    {
        Assert.All(Rows, row => Assert.DoesNotMatch(SdkId(), row[2]));
        Assert.All(Rows.Where(row => row[3] != "—"), row => Assert.Matches(SdkId(), row[3]));
    }

    [GeneratedRegex(@"\b(CA|CS|IDE)\d{4}\b")]
    private static partial Regex SdkId();
}
