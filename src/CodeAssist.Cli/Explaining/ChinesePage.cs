using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CodeAssist.Analyzers;
using CodeAssist.Cli.Loading;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Explaining;

/// <summary>
/// A rule's page in Simplified Chinese. It is put together of what exists in Chinese anyway (title, message,
/// description, advice), and takes examples and options from the English page: there is no second page to keep in step.
/// </summary>
internal static partial class ChinesePage
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>Whether the user reads Simplified Chinese: whether its texts are found for the user's culture.</summary>
    public static bool IsWanted
    {
        get
        {
            for (var culture = CultureInfo.CurrentUICulture; !culture.Equals(CultureInfo.InvariantCulture); culture = culture.Parent)
            {
                if (culture.Equals(Chinese))
                    return true;
            }

            return false;
        }
    }

    /// <summary>The page, in Markdown.</summary>
    public static string Of(string id, RulePage english)
    {
        var rule = OwnAnalyzers.All.SelectMany(analyzer => analyzer.SupportedDiagnostics).First(rule => rule.Id == id);
        var page = new StringBuilder();
        page.Append("# ").Append(id).Append(": ").Append(OwnAnalyzers.NameOf(id)).Append(" — ").Append(Text(rule.Title)).Append("\n\n| | |\n|---|---|\n");
        Row("PageCategory", CategoryName(rule.Category));
        Row("PageDefaultSeverity", english.Fact("Default severity"));
        Row("PageRecommendedSeverity", english.Fact("Severity in `Recommended`"));
        Row("PageFix", FixName(english.Fact("Fix")));
        Section("PageCause", Text(rule.Description));
        Section("PageMessage", Text(rule.MessageFormat));
        Section("PageBad", english.Section("Bad"));
        Section("PageGood", english.Section("Good"));
        Section("PageAdvice", RepairGuides.For(id).AdviceInChinese);
        Section("PageOptions", OptionsOf(english.Section("Options")));
        Section("PageMore", rule.HelpLinkUri);
        return page.ToString();

        void Row(string key, string value) => page.Append("| ").Append(Word(key)).Append(" | ").Append(value).Append(" |\n");

        void Section(string key, string text) => page.Append("\n## ").Append(Word(key)).Append('\n').Append(text).Append('\n');
    }

    private static string OptionsOf(string english)
    {
        var options = OptionPattern().Matches(english).DistinctBy(match => match.Groups["key"].Value).ToList();
        return options.Count == 0
            ? Word("PageNoOptions")
            : string.Join("\n", options.Select(match => match.Groups["value"].Success
                ? string.Format(Chinese, Word("PageOptionWithDefault"), match.Groups["key"].Value, match.Groups["value"].Value)
                : $"- `{match.Groups["key"].Value}`"));
    }

    private static string CategoryName(string category) => category switch
    {
        Category.Correctness => Word("PageCategoryCorrectness"),
        Category.Concurrency => Word("PageCategoryConcurrency"),
        Category.Exceptions => Word("PageCategoryExceptions"),
        Category.Unfinished => Word("PageCategoryUnfinished"),
        _ => category,
    };

    private static string FixName(string english) =>
        (english.StartsWith("built-in", StringComparison.Ordinal), english.Contains("model", StringComparison.Ordinal)) switch
        {
            (true, true) => Word("PageFixBoth"),
            (true, false) => Word("PageFixBuiltIn"),
            _ => Word("PageFixModel"),
        };

    private static string Word(string key) => Texts.ResourceManager.GetString(key, Chinese) ?? string.Empty;

    private static string Text(LocalizableString text) => text.ToString(Chinese);

    [GeneratedRegex(@"`(?<key>codeassist\.CDA\d{4}\.\w+)`(?: \(default `(?<value>[^`]*)`\))?")]
    private static partial Regex OptionPattern();
}
