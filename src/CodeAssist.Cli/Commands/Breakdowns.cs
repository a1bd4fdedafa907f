using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Commands;

/// <summary>Says which analyzers broke: findings may be missing, and silence would be a lie.</summary>
internal static class Breakdowns
{
    public static void Write(Terminal terminal, DiagnosticReport report)
    {
        foreach (var message in report.Breakdowns)
            terminal.Error("AD0001: " + message);
    }
}
