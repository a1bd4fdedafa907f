using System.Text.Json;
using System.Text.Json.Nodes;

namespace LyingModel;

/// <summary>A line of the table: what became of one reply.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Offered">Whether the tool offered the edit.</param>
/// <param name="StoppedBy">The check that rejected it, or a dash.</param>
/// <param name="Reason">The tool's reason; for an offered edit, the checks that it passed.</param>
internal sealed record Row(Reply Reply, bool Offered, string StoppedBy, string Reason)
{
    /// <summary>Whether the gate did what it is for: let the good reply through, and no other.</summary>
    public bool AsItShouldBe => Offered == Reply.IsGood;

    /// <summary>Reads the first finding of the tool's JSON.</summary>
    public static Row Read(Reply reply, ProcessResult run)
    {
        JsonNode? finding;
        try
        {
            finding = JsonNode.Parse(run.Output)?["findings"]?.AsArray().FirstOrDefault();
        }
        catch (JsonException)
        {
            finding = null;
        }

        if (finding is null)
            return new Row(reply, Offered: false, "(no result)", FirstLine(run.Error) ?? $"exit code {run.ExitCode}");

        var checks = finding["checks"]?.AsArray() ?? [];
        var failed = checks.FirstOrDefault(check => check?["outcome"]?.ToString() == "failed");
        if (finding["outcome"]?.ToString() == "offered")
        {
            var passed = checks.Where(check => check?["outcome"]?.ToString() == "passed").Select(check => check?["name"]?.ToString());
            return new Row(reply, Offered: true, "-", "offered; passed " + string.Join(", ", passed));
        }

        var reason = (failed?["reason"] ?? finding["reason"])?.ToString();
        return new Row(reply, Offered: false, failed?["name"]?.ToString() ?? "-", FirstLine(reason) ?? "-");
    }

    private static string? FirstLine(string? text) =>
        text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
