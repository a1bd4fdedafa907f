using CodeAssist.Cli.Diagnosing;

namespace CodeAssist.Cli.Output;

/// <summary>The result of <c>analyze --format json</c>; lines and columns count from 1.</summary>
internal sealed record AnalyzeJson(IReadOnlyList<AnalyzeJson.Finding> Diagnostics, AnalyzeJson.Totals Summary)
{
    public static AnalyzeJson Of(DiagnosticReport report, TimeSpan elapsed) => new(
        [.. report.Diagnostics.Select(one => new Finding(
            one.Id, Severities.NameOf(one.Diagnostic.Severity), one.Path, one.Line, one.Column, one.EndLine, one.EndColumn, one.Message, one.HelpLink, one.Fingerprint))],
        new Totals(report.Projects, report.Files, report.Rules, (long)elapsed.TotalMilliseconds));

    internal sealed record Finding(
        string Id, string Severity, string File, int Line, int Column, int EndLine, int EndColumn, string Message, string? HelpLink, string? Fingerprint);

    internal sealed record Totals(int Projects, int Files, int Rules, long ElapsedMs);
}
