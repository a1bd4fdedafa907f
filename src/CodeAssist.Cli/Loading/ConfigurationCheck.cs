using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>
/// Holds the repository's configuration files to what the tool understands. An IDE passes over a value that it cannot
/// read; a command that runs once says so.
/// </summary>
internal static partial class ConfigurationCheck
{
    // The words of `dotnet_diagnostic.<id>.severity`, as the compiler reads them.
    private static readonly string[] Severities = ["default", "error", "warning", "suggestion", "silent", "refactoring", "none"];

    /// <summary>Ends the command at the first broken value; keys that nobody knows are noted.</summary>
    public static async Task ThrowIfBrokenAsync(Solution solution, Action<string> note, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in solution.Projects.SelectMany(project => project.AnalyzerConfigDocuments))
        {
            if (file.FilePath is not { } path || !seen.Add(path))
                continue;
            var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            foreach (var line in text.Lines)
            {
                if (SettingPattern().Match(line.ToString()) is { Success: true } setting)
                    Check(path, line.LineNumber + 1, setting.Groups["key"].Value, setting.Groups["value"].Value, note);
            }
        }
    }

    private static void Check(string path, int line, string key, string value, Action<string> note)
    {
        if (Expected(key) is { } expected)
        {
            if (!expected.Allows(value))
                throw ToolException.Usage("BrokenSetting", path, line, key, value, Texts.Get(expected.Text));
        }
        else if (key.StartsWith("codeassist.", StringComparison.OrdinalIgnoreCase))
        {
            note(Texts.Get("UnknownSetting", path, line, key));
        }
    }

    private static ValueKind? Expected(string key)
    {
        if (SeverityPattern().Match(key) is { Success: true } severity && OwnAnalyzers.Ids.Contains(severity.Groups["id"].Value.ToUpperInvariant()))
            return ValueKind.Severity;
        return key.ToLowerInvariant() switch
        {
            "codeassist.model_fixes" => ValueKind.Switch,
            "codeassist.exclude" => ValueKind.Truth,
            "codeassist.max_tokens" => ValueKind.Number,
            var name when RuleOptionPattern().Match(name) is { Success: true } option && OwnAnalyzers.Ids.Contains(option.Groups["id"].Value.ToUpperInvariant()) =>
                // Options that count something say so by their name; the others are lists of names.
                option.Groups["name"].Value.Split('_') is ["min" or "max", ..] ? ValueKind.Number : ValueKind.Anything,
            _ => null,
        };
    }

    [GeneratedRegex(@"^\s*(?<key>[\w.\-]+)\s*[=:]\s*(?<value>.*?)\s*([#;].*)?$")]
    private static partial Regex SettingPattern();

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>CDA\d{4})\.severity$", RegexOptions.IgnoreCase)]
    private static partial Regex SeverityPattern();

    [GeneratedRegex(@"^codeassist\.(?<id>cda\d{4})\.(?<name>\w+)$", RegexOptions.IgnoreCase)]
    private static partial Regex RuleOptionPattern();

    /// <summary>A kind of value: which texts it allows, and the name of the text that says so.</summary>
    private sealed record ValueKind(string Text, Func<string, bool> Allows)
    {
        public static ValueKind Severity { get; } = new("ExpectedSeverity", value => Severities.Contains(value, StringComparer.OrdinalIgnoreCase));

        public static ValueKind Switch { get; } = new("ExpectedSwitch", value => value.ToLowerInvariant() is "on" or "off");

        public static ValueKind Truth { get; } = new("ExpectedTruth", value => value.ToLowerInvariant() is "true" or "false");

        public static ValueKind Number { get; } = new("ExpectedNumber", value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _));

        public static ValueKind Anything { get; } = new("ExpectedList", _ => true);
    }
}
