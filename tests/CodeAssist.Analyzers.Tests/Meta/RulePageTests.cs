using System.Globalization;
using CodeAssist.Repair.Guides;
using CodeAssist.Repair.Proposing.BuiltIn;
using CodeAssist.Testing;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>The pages of the rules say what the code does.</summary>
public class RulePageTests
{
    private static readonly string[] Sections =
        ["Cause", "Bad", "Good", "How the fix works", "Options", "When to suppress", "Advice to models"];

    public static TheoryData<string> Ids => BuiltRule.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_has_every_section_in_order(string id)
    {
        var page = RulePage.Read(id);

        // Evidence comes with the first real projects that a rule was read over.
        Assert.Equal(Sections, page.Sections.Select(section => section.Key).Where((name, index) => name != "Evidence" || index != Sections.Length));
        Assert.All(page.Sections, section => Assert.True(section.Value.Length > 0, section.Key));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page(string id)
    {
        var link = BuiltRule.Of(id).Descriptor.HelpLinkUri;
        Assert.EndsWith("/blob/main/" + RulePage.PathOf(id), link);
        Assert.True(File.Exists(Repository.PathOf(link[(link.IndexOf("/main/", StringComparison.Ordinal) + "/main/".Length)..])));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Heading_and_table_agree_with_the_descriptor(string id)
    {
        var rule = BuiltRule.Of(id);
        var page = RulePage.Read(id);
        Assert.Equal($"# {id}: {rule.Name} — {rule.Descriptor.Title.ToString(CultureInfo.InvariantCulture)}", page.Heading);
        Assert.Equal(rule.Descriptor.Category, page.Facts["Category"]);
        Assert.Equal(rule.Default, page.Facts["Default severity"]);
        Assert.Equal(rule.Recommended, page.Facts["Severity in `Recommended`"]);
        Assert.Equal(new BuiltInProposer().Handles(id), page.Facts["Fix"].StartsWith("built-in", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_advice_is_what_models_are_told(string id) =>
        Assert.Equal(RepairGuides.For(id).Advice, RulePage.Read(id).Section("Advice to models"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_bad_example_breaks_this_rule_and_no_other(string id)
    {
        var reported = await RuleRun.OverAsync([RuleRun.Parse(RulePage.Read(id).Example("Bad"))]);
        Assert.NotEmpty(reported);
        Assert.All(reported, diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_good_example_breaks_no_rule(string id) =>
        Assert.Empty(await RuleRun.OverAsync([RuleRun.Parse(RulePage.Read(id).Example("Good"))]));

    [Fact]
    public void Every_page_belongs_to_a_rule() =>
        Assert.Equal(
            BuiltRule.All.Select(rule => rule.Id),
            Directory.GetFiles(Repository.PathOf("docs/rules"), "CDA*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void The_list_of_rules_agrees_with_the_descriptors()
    {
        var rows = File.ReadAllLines(Repository.PathOf("docs/rules/README.md")).Where(line => line.StartsWith("| [CDA", StringComparison.Ordinal));
        Assert.Equal(BuiltRule.All.Select(RowOf), rows);
    }

    private static string RowOf(BuiltRule rule) =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Name} | {rule.Descriptor.Title.ToString(CultureInfo.InvariantCulture)} | {rule.Descriptor.Category} "
        + $"| {rule.Default} | {rule.Recommended} | {RulePage.Read(rule.Id).Facts["Fix"]} |";
}
