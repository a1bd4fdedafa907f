using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CodeAssist.Repair.Guides;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>What every rule has beside its analyzer.</summary>
public partial class RuleCompletenessTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    private static readonly IReadOnlyDictionary<string, string> Bands = new Dictionary<string, string>
    {
        ["CDA1"] = Category.Correctness,
        ["CDA2"] = Category.Concurrency,
        ["CDA3"] = Category.Exceptions,
        ["CDA5"] = Category.Unfinished,
    };

    public static TheoryData<string> Ids => BuiltRule.Ids;

    [Fact]
    public void Each_ID_belongs_to_one_rule_and_each_constant_to_a_rule_of_its_name()
    {
        Assert.NotEmpty(BuiltRule.All);
        Assert.Equal(BuiltRule.All.Count, BuiltRule.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(
            BuiltRule.All.Select(rule => $"{rule.Name} {rule.Id}").Order(),
            BuiltRule.Constants.Select(constant => $"{constant.Key} {constant.Value}").Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_ID_is_in_the_band_of_its_category_and_folder(string id)
    {
        var rule = BuiltRule.Of(id);
        Assert.Matches("^CDA[1235][0-9]{3}$", id);
        Assert.Equal(Bands[id[..4]], rule.Descriptor.Category);
        Assert.Equal($"CodeAssist.Analyzers.{rule.Descriptor.Category}", rule.Analyzer.GetType().Namespace);
        Assert.True(File.Exists(Repository.PathOf("src", "CodeAssist.Analyzers", rule.Descriptor.Category, rule.Name + "Analyzer.cs")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_is_louder_than_a_suggestion_without_evidence_in_its_page(string id)
    {
        var rule = BuiltRule.Of(id);
        var isWarning = rule.Promise == DefaultPromise.Warning;
        Assert.Equal(isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, rule.Descriptor.DefaultSeverity);
        Assert.Equal(rule.Promise is DefaultPromise.Warning or DefaultPromise.WarningCandidate or DefaultPromise.Suggestion, rule.Descriptor.IsEnabledByDefault);
        Assert.True(!isWarning || File.ReadAllText(Repository.PathOf("docs", "rules", id + ".md")).Contains("None can be false: ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_message_and_description_are_there_in_both_languages_with_the_same_placeholders(string id)
    {
        var descriptor = BuiltRule.Of(id).Descriptor;
        foreach (var (text, key) in new[] { (descriptor.Title, "Title"), (descriptor.MessageFormat, "Message"), (descriptor.Description, "Description") })
        {
            var english = text.ToString(CultureInfo.InvariantCulture);
            var chinese = text.ToString(Chinese);
            Assert.False(string.IsNullOrWhiteSpace(english), key);
            Assert.DoesNotMatch(Han(), english);
            Assert.Matches(Han(), chinese);
            Assert.Equal(Placeholders(english), Placeholders(chinese));
            Assert.Equal(key == "Description", english.EndsWith('.'));
            Assert.Equal(key == "Description", chinese.EndsWith('。'));
        }

        Assert.NotEmpty(Placeholders(descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_notes_of_the_analyzers_have_its_line(string id)
    {
        var rule = BuiltRule.Of(id);
        var severity = rule.Descriptor.IsEnabledByDefault ? rule.Descriptor.DefaultSeverity.ToString() : "Disabled";
        var lines = File.ReadAllLines(Repository.PathOf("src/CodeAssist.Analyzers/AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadAllLines(Repository.PathOf("src/CodeAssist.Analyzers/AnalyzerReleases.Shipped.md")));
        Assert.Single(lines, $"{id} | {rule.Descriptor.Category} | {severity} | {rule.Name}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_guide_advises_in_both_languages_and_allows_something(string id)
    {
        var guide = RepairGuides.All.Single(guide => guide.DiagnosticId == id);
        Assert.DoesNotMatch(Han(), guide.Advice);
        Assert.Matches(Han(), guide.AdviceInChinese);
        Assert.NotEqual(Allowance.None, guide.Allowance);
        Assert.NotEqual(EffectKinds.All, guide.Allowance.Within);
    }

    [Fact]
    public void Guides_and_rules_are_about_the_same_IDs() =>
        Assert.Equal(
            BuiltRule.All.Select(rule => rule.Id),
            RepairGuides.All.Select(guide => guide.DiagnosticId).Where(id => id.StartsWith("CDA", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_are_named_after_the_rule_and_stand_in_its_band(string id)
    {
        var rule = BuiltRule.Of(id);
        var tests = typeof(RuleCompletenessTests).Assembly.GetType($"CodeAssist.Analyzers.Tests.{rule.Descriptor.Category}.{rule.Name}Tests");
        Assert.True(tests is not null, $"{rule.Name}Tests is missing");
        var facts = tests.GetMethods().Count(method => method.GetCustomAttributes<FactAttribute>(inherit: true).Any());
        Assert.True(facts >= 5, $"{rule.Name}Tests has {facts} tests: three places where it speaks and two where it is silent are the least");
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
