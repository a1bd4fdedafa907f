using CodeAssist.Cli.Diagnosing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Output;

/// <summary>A finding for people: where, what, the source line with carets.</summary>
internal static class FindingText
{
    /// <summary>Writes the line that names the finding, and the excerpt where there is source.</summary>
    public static async Task WriteAsync(TextWriter writer, Paint paint, ReportedDiagnostic finding, CancellationToken cancellation)
    {
        var severity = Severities.NameOf(finding.Diagnostic.Severity);
        var label = finding.Diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => paint.Red(severity),
            DiagnosticSeverity.Warning => paint.Yellow(severity),
            _ => paint.Cyan(severity),
        };
        writer.WriteLine($"{paint.Bold($"{Paths.Display(finding.Path)}:{finding.Line}:{finding.Column}:")} {label} {paint.Bold(finding.Id)}: {VisibleText.Of(finding.Message)}");
        if (finding.Diagnostic.Location.SourceTree is { } tree)
            Excerpt.Write(writer, paint, await tree.GetTextAsync(cancellation).ConfigureAwait(false), finding.Span);
        if (finding.HelpLink is { } link)
            writer.WriteLine($"  {paint.Faint("= " + Texts.Get("Help", link))}");
    }
}
