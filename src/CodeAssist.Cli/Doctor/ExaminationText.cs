using System.Globalization;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Doctor;

/// <summary>An examination as people read it: a line for each finding, and below it what to do.</summary>
internal static class ExaminationText
{
    private const int NameWidth = 14;

    private const int HashLength = 12;

    public static void Write(Terminal terminal, Examination examination)
    {
        foreach (var finding in examination.Findings)
        {
            var status = finding.Status.ToString().ToLowerInvariant().PadRight(5);
            terminal.Output.WriteLine(Colour(terminal.Paint, finding.Status)(status) + finding.Name.PadRight(NameWidth) + finding.Detail);
            if (finding.Advice is { } advice)
                terminal.Output.WriteLine(new string(' ', 5 + NameWidth) + "-> " + advice);
        }

        foreach (var request in examination.Requests)
        {
            terminal.Output.WriteLine(new string(' ', 5 + NameWidth) + VisibleText.Of(string.Join("  ", new[]
            {
                request.Time?.Split('.')[0] + "Z", request.Diagnostic ?? "-", request.Host, request.Model,
                Texts.Get("Bytes", request.Bytes?.ToString("N0", CultureInfo.CurrentCulture)), request.PromptHash?[..Math.Min(HashLength, request.PromptHash.Length)],
                string.Join(", ", request.Files.Select(Paths.Display)),
            })));
        }
    }

    private static Func<string, string> Colour(Paint paint, FindingStatus status) => status switch
    {
        FindingStatus.Ok => paint.Green,
        FindingStatus.Warn => paint.Yellow,
        _ => paint.Red,
    };
}
