using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CodeAssist.Repair.Guides;

namespace CodeAssist.Cli.Explaining;

/// <summary>What is known of a diagnostic that is not ours: who reports it and where that is explained, how it is repaired, what the gate allows.</summary>
internal static partial class ForeignPage
{
    // Who reports the IDs of a prefix, and the address of a page: {0} is the ID, {1} its lower case, {2} its digits without leading zeros.
    private static readonly Dictionary<string, (string Name, string Link)> Sources = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CS"] = ("C#", "https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/"),
        ["CA"] = (".NET SDK", "https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/{1}"),
        ["IDE"] = (".NET SDK", "https://learn.microsoft.com/dotnet/fundamentals/code-analysis/style-rules/{1}"),
        ["S"] = ("SonarAnalyzer.CSharp", "https://rules.sonarsource.com/csharp/RSPEC-{2}"),
        ["MA"] = ("Meziantou.Analyzer", "https://github.com/meziantou/Meziantou.Analyzer/blob/main/docs/Rules/{0}.md"),
        ["RCS"] = ("Roslynator.Analyzers", "https://josefpihrt.github.io/docs/roslynator/analyzers/{0}"),
        ["VSTHRD"] = ("Microsoft.VisualStudio.Threading.Analyzers", "https://microsoft.github.io/vs-threading/analyzers/{0}.html"),
        ["ERP"] = ("ErrorProne.NET", "https://github.com/SergeyTeplyakov/ErrorProne.NET/blob/master/docs/Rules/{0}.md"),
        ["xUnit"] = ("xunit.analyzers", "https://xunit.net/xunit.analyzers/rules/{0}"),
        ["NUnit"] = ("NUnit.Analyzers", "https://github.com/nunit/nunit.analyzers/blob/master/documentation/{0}.md"),
        ["FailingTest"] = ("codeassist inject", "https://github.com/codeassist/codeassist/blob/main/docs/inject.md"),
    };

    /// <summary>The IDs that something is known of.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. ForeignDiagnostics.Ids.Concat(RepairGuides.All.Select(guide => guide.DiagnosticId)).Except(RulePage.Ids).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The page in the user's language, in Markdown; null for an ID that nothing is known of.</summary>
    public static string? Of(string asked)
    {
        if (Ids.FirstOrDefault(id => id.Equals(asked, StringComparison.OrdinalIgnoreCase)) is not { } id)
            return null;
        var guide = RepairGuides.For(id);
        var (name, link) = Sources[PrefixPattern().Match(id).Value];
        var page = new StringBuilder();
        page.Append("# ").Append(id).Append("\n\n| | |\n|---|---|\n");
        Row(Texts.Get("PageReportedBy"), name);
        Row(Texts.Get("PageMore"), string.Format(CultureInfo.InvariantCulture, link, id, id.ToLowerInvariant(), id.TrimStart('S').TrimStart('0')));
        Row(Texts.Get("PageFix"), Texts.Get("PageFixModel"));
        Row(Texts.Get("PageBaseline"), Texts.Get(ForeignDiagnostics.Ids.Contains(id) ? "PageBaselineYes" : "PageBaselineNo"));
        page.Append("\n## ").Append(Texts.Get("PageAdvice")).Append('\n').Append(ChinesePage.IsWanted ? guide.AdviceInChinese : guide.Advice).Append('\n');
        page.Append("\n## ").Append(Texts.Get("PageAllowance")).Append("\n\n| | |\n|---|---|\n");
        foreach (var (property, value) in Allowances(guide.Allowance))
            Row($"`{property}`", $"`{value}`");
        return page.ToString();

        void Row(string key, string value) => page.Append("| ").Append(key).Append(" | ").Append(value).Append(" |\n");
    }

    // What differs from allowing nothing, by the names that the data has.
    private static IEnumerable<(string Property, string Value)> Allowances(Allowance allowance) =>
        typeof(Allowance).GetProperties().Where(property => property.CanWrite && !Equals(property.GetValue(allowance), property.GetValue(Allowance.None)))
            .Select(property => (property.Name, Convert.ToString(property.GetValue(allowance), CultureInfo.InvariantCulture)!));

    [GeneratedRegex("^[A-Za-z]+")]
    private static partial Regex PrefixPattern();
}
