using System.Diagnostics;
using System.Globalization;
using System.Runtime.Serialization;
using CodeAssist.CodeFixes.Tool;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;

namespace CodeAssist.CodeFixes.Model;

/// <summary>Records attempts as JSON lines in the user's state folder. No source text; the file starts over at a bound.</summary>
/// <param name="path">The file.</param>
internal sealed class EvidenceFile(string path) : IEvidenceLog
{
    // A record has about 1 KB: the last thousands of attempts are kept, and the thousands before them in a second file.
    private const long LargestFile = 4 * 1024 * 1024;

    private readonly object _lock = new();

    /// <summary>The file of a user.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="home">The user's home folder.</param>
    public static string PathFor(Func<string, string?> variable, string home) => Path.DirectorySeparatorChar == '\\'
        ? Path.Combine(variable("LOCALAPPDATA") is { Length: > 0 } data ? data : Path.Combine(home, "AppData", "Local"), "CodeAssist", "evidence.jsonl")
        : Path.Combine(variable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state) ? state : Path.Combine(home, ".local", "state"), "codeassist", "evidence.jsonl");

    /// <inheritdoc/>
    public void Write(EvidenceRecord record)
    {
        try
        {
            var line = JsonText.Line(Line.Of(record));
            lock (_lock)
                Append(line);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // A record that cannot be kept must not cost the user the fix.
            Trace.TraceWarning("CodeAssist: " + exception.Message);
        }
    }

    private void Append(byte[] line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileInfo(path);
        if (file.Exists && file.Length > LargestFile)
        {
            File.Delete(path + ".1");
            File.Move(path, path + ".1");
        }

        // Several hosts may write at once: each appends whole lines.
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(line, 0, line.Length);
    }

    [DataContract]
    private sealed class Line
    {
        [DataMember(Name = "time", Order = 0)]
        public string? Time { get; set; }

        [DataMember(Name = "id", Order = 1)]
        public string? Id { get; set; }

        [DataMember(Name = "file", Order = 2)]
        public string? File { get; set; }

        [DataMember(Name = "line", Order = 3)]
        public int Number { get; set; }

        [DataMember(Name = "regionBefore", Order = 4)]
        public string? RegionBefore { get; set; }

        [DataMember(Name = "textAfter", Order = 5)]
        public string? TextAfter { get; set; }

        [DataMember(Name = "proposer", Order = 6)]
        public string? Proposer { get; set; }

        [DataMember(Name = "exchange", Order = 7)]
        public ExchangeMessage? Exchange { get; set; }

        [DataMember(Name = "round", Order = 8)]
        public int Round { get; set; }

        [DataMember(Name = "accepted", Order = 9)]
        public bool Accepted { get; set; }

        [DataMember(Name = "reason", Order = 10)]
        public string? Reason { get; set; }

        [DataMember(Name = "checks", Order = 11)]
        public CheckLine[]? Checks { get; set; }

        [DataMember(Name = "toolVersion", Order = 12)]
        public string? ToolVersion { get; set; }

        public static Line Of(EvidenceRecord record) => new()
        {
            Time = record.Time.ToString("o", CultureInfo.InvariantCulture),
            Id = record.DiagnosticId,
            File = record.File,
            Number = record.Line,
            RegionBefore = record.RegionBefore,
            TextAfter = record.TextAfter,
            Proposer = record.Proposer,
            Exchange = record.Exchange is { } exchange
                ? new ExchangeMessage
                {
                    Model = exchange.Model,
                    EndpointHost = exchange.EndpointHost,
                    PromptHash = exchange.PromptHash,
                    PromptTokens = exchange.PromptTokens,
                    CompletionTokens = exchange.CompletionTokens,
                }
                : null,
            Round = record.Round,
            Accepted = record.Accepted,
            Reason = record.Reason,
            Checks = [.. record.Checks.Select(CheckLine.Of)],
            ToolVersion = record.ToolVersion,
        };
    }

    [DataContract]
    private sealed class CheckLine
    {
        [DataMember(Name = "name", Order = 0)]
        public string? Name { get; set; }

        [DataMember(Name = "outcome", Order = 1)]
        public string? Outcome { get; set; }

        [DataMember(Name = "reason", Order = 2)]
        public string? Reason { get; set; }

        [DataMember(Name = "elapsedMs", Order = 3)]
        public double ElapsedMs { get; set; }

        public static CheckLine Of(CheckResult check) => new()
        {
            Name = check.Name,
            Outcome = check.Outcome.ToString().ToLowerInvariant(),
            Reason = check.Reason,
            ElapsedMs = Math.Round(check.Elapsed.TotalMilliseconds, 1),
        };
    }
}
