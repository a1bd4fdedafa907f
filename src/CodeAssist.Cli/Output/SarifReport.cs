using System.Globalization;
using CodeAssist.Analyzers;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Output;

/// <summary>Makes the SARIF log of an analysis.</summary>
/// <param name="root">The folder to which paths are relative: the repository's, else the input's.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class SarifReport(string root, CancellationToken cancellation)
{
    // The base that code scanning services replace by the checkout.
    private const string Base = "%SRCROOT%";

    /// <summary>The log.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="compared">Whether the findings were compared with a baseline.</param>
    /// <param name="exitCode">How the command ends.</param>
    public SarifLog Of(DiagnosticReport report, bool compared, int exitCode)
    {
        var indices = report.Descriptors.Select((rule, index) => (rule.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var results = report.Diagnostics.Select(one => (Finding: one, Known: false))
            .Concat(report.Known.Select(one => (Finding: one, Known: true)))
            .OrderBy(one => one.Finding.Path, StringComparer.Ordinal).ThenBy(one => one.Finding.Span.Start).ThenBy(one => one.Finding.Id, StringComparer.Ordinal)
            .Select(one => Result(one.Finding, indices[one.Finding.Id], compared ? one.Known : null));
        var driver = new SarifLog.Driver(
            "CodeAssist", ToolVersion.Text, "https://github.com/codeassist/codeassist", Language(), [.. report.Descriptors.Select(Rule)]);
        var invocation = new SarifLog.Invocation(
            report.Breakdowns.IsEmpty, exitCode,
            [.. report.Breakdowns.Select(message => new SarifLog.Notification("error", new(message), new(DiagnosticFilter.AnalyzerBroke)))]);
        return new SarifLog(
            [new SarifLog.Run(new(driver), [invocation], new Dictionary<string, SarifLog.ArtifactLocation> { [Base] = new(Folder(root)) }, [.. results])]);
    }

    private static SarifLog.Rule Rule(DiagnosticDescriptor rule)
    {
        var title = Text(rule.Title) is { Length: > 0 } said ? said : rule.Id;
        var description = Text(rule.Description) is { Length: > 0 } more ? more : title;
        var link = string.IsNullOrEmpty(rule.HelpLinkUri) ? null : rule.HelpLinkUri;
        return new SarifLog.Rule(
            rule.Id,
            OwnAnalyzers.NameOf(rule.Id),
            new(title),
            new(description),
            new(link is null ? description : description + "\n" + link),
            link,
            new(Level(rule.DefaultSeverity), rule.IsEnabledByDefault),
            new(rule.Category, [rule.Category, .. rule.CustomTags.Where(tag => !tag.StartsWith(Analyzers.Rule.PromiseTag, StringComparison.Ordinal))]));
    }

    private SarifLog.Result Result(ReportedDiagnostic finding, int rule, bool? known)
    {
        var related = finding.Diagnostic.AdditionalLocations.Where(location => location.IsInSource).ToList();
        return new SarifLog.Result(
            finding.Id,
            rule,
            Level(finding.Diagnostic.Severity),
            new(finding.Message),
            [new(new(Artifact(finding.Path), finding.Diagnostic.Location.IsInSource ? Region(finding.Diagnostic.Location) : null))],
            related.Count == 0 ? null : [.. related.Select((location, index) => new SarifLog.Location(new(Artifact(location.GetLineSpan().Path), Region(location)), index))],
            Fingerprints(finding),
            known switch { null => null, true => "unchanged", false => "new" },
            known switch
            {
                null => null,
                true => [new("external", "accepted", Texts.Get("InBaseline"))],
                // An empty list says that it was looked for.
                false => [],
            });
    }

    private Dictionary<string, string>? Fingerprints(ReportedDiagnostic finding) =>
        finding.BaselineFingerprint(cancellation) is { } fingerprint
            ? new() { [finding.Fingerprint is null ? DiagnosticProperties.ForeignFingerprint : DiagnosticProperties.Fingerprint] = fingerprint }
            : null;

    private static SarifLog.Region Region(Location location)
    {
        var lines = location.GetLineSpan();
        return new(
            lines.StartLinePosition.Line + 1, lines.StartLinePosition.Character + 1, lines.EndLinePosition.Line + 1, lines.EndLinePosition.Character + 1);
    }

    private SarifLog.ArtifactLocation Artifact(string path)
    {
        var relative = Path.GetRelativePath(root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? new(new Uri(Path.GetFullPath(path)).AbsoluteUri)
            : new(string.Join('/', relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString)), Base);
    }

    private static string Folder(string folder) => new Uri(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).AbsoluteUri;

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.CurrentUICulture);

    private static string Language() => CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "en";
}
