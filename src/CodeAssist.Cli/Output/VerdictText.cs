using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Output;

/// <summary>A verdict for people: a line for each check, then the verdict.</summary>
internal static class VerdictText
{
    public static void Write(TextWriter writer, Paint paint, Verdict verdict)
    {
        var width = verdict.Checks.Max(check => check.Name.Length);
        foreach (var check in verdict.Checks)
        {
            var outcome = check.Outcome switch
            {
                CheckOutcome.Passed => paint.Green(Texts.Get("CheckPassed")),
                CheckOutcome.Failed => paint.Red(Texts.Get("CheckFailed")),
                _ => paint.Faint(Texts.Get("CheckSkipped")),
            };
            writer.WriteLine($"{check.Name.PadRight(width)}  {outcome}{(check.Reason is null ? string.Empty : "  " + check.Reason)}");
        }

        writer.WriteLine(verdict.Accepted ? paint.Green(Texts.Get("Accepted")) : paint.Red(Texts.Get("Rejected")));
    }
}
