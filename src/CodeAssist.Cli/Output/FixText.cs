using CodeAssist.Cli.Repairing;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Output;

/// <summary>What came of a finding, for people: the checked diff with the names of the checks, or why there is none.</summary>
internal static class FixText
{
    /// <summary>Writes a finding and its result.</summary>
    public static async Task WriteAsync(TextWriter writer, Paint paint, FindingResult result, CancellationToken cancellation)
    {
        await FindingText.WriteAsync(writer, paint, result.Finding, cancellation).ConfigureAwait(false);
        if (!result.IsRepaired)
        {
            writer.WriteLine($"  {paint.Yellow(Texts.Get("NotOffered"))} {VisibleText.Of(result.Reason ?? string.Empty)}");
            return;
        }

        var label = Texts.Get(result.Outcome == FindingOutcome.Applied ? "AppliedLabel" : "OfferedLabel", result.Model ?? result.Proposer);
        writer.WriteLine($"  {paint.Green(label)} {VisibleText.Of(result.Title ?? result.Reason ?? string.Empty)}");
        var passed = result.Checks.Where(check => check.Outcome == CheckOutcome.Passed).Select(check => check.Name);
        writer.WriteLine($"  {paint.Green(Texts.Get("CheckedLabel"))} {string.Join(", ", passed)}");
        if (result.Texts is { } texts)
            WriteDiff(writer, paint, Paths.Display(result.Finding.Path), UnifiedDiff.Hunks(texts.Before, texts.After));
    }

    private static void WriteDiff(TextWriter writer, Paint paint, string path, IEnumerable<string> hunks)
    {
        writer.WriteLine(paint.Bold("--- " + path));
        writer.WriteLine(paint.Bold("+++ " + path));
        foreach (var hunk in hunks)
        {
            var line = VisibleText.Of(hunk.TrimEnd('\r'));
            writer.WriteLine(line[0] switch
            {
                '-' => paint.Red(line),
                '+' => paint.Green(line),
                '@' => paint.Cyan(line),
                _ => line,
            });
        }
    }
}
