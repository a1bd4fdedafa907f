using System.Globalization;
using System.Runtime.Serialization;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Evidence;

/// <summary>One line of an evidence file: an attempt or a request. What a line does not have is null. The schema is <c>docs/evidence-record.md</c>.</summary>
[DataContract]
public sealed class EvidenceEntry
{
    /// <summary>The type of a line that records an attempt.</summary>
    public const string Attempt = "attempt";

    /// <summary>The type of a line that records what left the machine.</summary>
    public const string Request = "request";

    /// <summary><see cref="Attempt"/> or <see cref="Request"/>.</summary>
    [DataMember(Name = "type", EmitDefaultValue = false, Order = 0)]
    public string? Type { get; set; }

    /// <summary>When, in UTC, as ISO 8601 writes it.</summary>
    [DataMember(Name = "time", EmitDefaultValue = false, Order = 1)]
    public string? Time { get; set; }

    /// <summary>The diagnostic's ID.</summary>
    [DataMember(Name = "id", EmitDefaultValue = false, Order = 2)]
    public string? Id { get; set; }

    /// <summary>Of an attempt: the document's path.</summary>
    [DataMember(Name = "file", EmitDefaultValue = false, Order = 3)]
    public string? File { get; set; }

    /// <summary>Of an attempt: the diagnostic's line, counted from 1.</summary>
    [DataMember(Name = "line", EmitDefaultValue = false, Order = 4)]
    public int? Line { get; set; }

    /// <summary>Of an attempt: SHA-256 of the region's text before.</summary>
    [DataMember(Name = "regionBefore", EmitDefaultValue = false, Order = 5)]
    public string? RegionBefore { get; set; }

    /// <summary>Of an attempt: SHA-256 of the document's text with the edit, where there was one.</summary>
    [DataMember(Name = "textAfter", EmitDefaultValue = false, Order = 6)]
    public string? TextAfter { get; set; }

    /// <summary>Of an attempt: <c>builtin</c> or <c>model</c>.</summary>
    [DataMember(Name = "proposer", EmitDefaultValue = false, Order = 7)]
    public string? Proposer { get; set; }

    /// <summary>What was sent where; null where nobody was asked.</summary>
    [DataMember(Name = "exchange", EmitDefaultValue = false, Order = 8)]
    public ExchangeEntry? Exchange { get; set; }

    /// <summary>Of an attempt: zero for the first, then one for each time the gate's findings were fed back.</summary>
    [DataMember(Name = "round", EmitDefaultValue = false, Order = 9)]
    public int? Round { get; set; }

    /// <summary>Of an attempt: the names of the projects in which it was judged.</summary>
    [DataMember(Name = "flavours", EmitDefaultValue = false, Order = 10)]
    public string[]? Flavours { get; set; }

    /// <summary>Of an attempt: whether the gate accepted.</summary>
    [DataMember(Name = "accepted", EmitDefaultValue = false, Order = 11)]
    public bool? Accepted { get; set; }

    /// <summary>Of an attempt: why there is no accepted edit.</summary>
    [DataMember(Name = "reason", EmitDefaultValue = false, Order = 12)]
    public string? Reason { get; set; }

    /// <summary>Of an attempt: the checks that ran, in order.</summary>
    [DataMember(Name = "checks", EmitDefaultValue = false, Order = 13)]
    public CheckEntry[]? Checks { get; set; }

    /// <summary>The version of what wrote the line.</summary>
    [DataMember(Name = "toolVersion", EmitDefaultValue = false, Order = 14)]
    public string? ToolVersion { get; set; }

    internal static EvidenceEntry Of(EvidenceRecord record) => new()
    {
        Type = Attempt,
        Time = TimeOf(record.Time),
        Id = record.DiagnosticId,
        File = record.File,
        Line = record.Line,
        RegionBefore = record.RegionBefore,
        TextAfter = record.TextAfter,
        Proposer = record.Proposer,
        Exchange = record.Exchange is { } exchange ? ExchangeEntry.Of(exchange) : null,
        Round = record.Round,
        Flavours = [.. record.Flavours],
        Accepted = record.Accepted,
        Reason = record.Reason,
        Checks = [.. record.Checks.Select(CheckEntry.Of)],
        ToolVersion = record.ToolVersion,
    };

    internal static EvidenceEntry Of(RequestRecord record) => new()
    {
        Type = Request,
        Time = TimeOf(record.Time),
        Id = record.DiagnosticId.Length > 0 ? record.DiagnosticId : null,
        Exchange = new ExchangeEntry
        {
            Model = record.Model,
            EndpointHost = record.EndpointHost,
            PromptHash = record.PromptHash,
            PromptBytes = record.PromptBytes,
            Files = [.. record.Files],
        },
        ToolVersion = record.ToolVersion,
    };

    private static string TimeOf(DateTime time) => time.ToString("o", CultureInfo.InvariantCulture);
}

/// <summary>What was sent where.</summary>
[DataContract]
public sealed class ExchangeEntry
{
    /// <summary>The model's name.</summary>
    [DataMember(Name = "model", EmitDefaultValue = false, Order = 0)]
    public string? Model { get; set; }

    /// <summary>The host that was asked.</summary>
    [DataMember(Name = "endpointHost", EmitDefaultValue = false, Order = 1)]
    public string? EndpointHost { get; set; }

    /// <summary>SHA-256 of the prompt's bytes, lower-case hexadecimal.</summary>
    [DataMember(Name = "promptHash", EmitDefaultValue = false, Order = 2)]
    public string? PromptHash { get; set; }

    /// <summary>How many bytes the prompt had.</summary>
    [DataMember(Name = "promptBytes", EmitDefaultValue = false, Order = 3)]
    public int? PromptBytes { get; set; }

    /// <summary>Tokens of the prompt as the server counted them.</summary>
    [DataMember(Name = "promptTokens", EmitDefaultValue = false, Order = 4)]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens of the completion as the server counted them.</summary>
    [DataMember(Name = "completionTokens", EmitDefaultValue = false, Order = 5)]
    public int? CompletionTokens { get; set; }

    /// <summary>Of a request: the files whose text was in the prompt.</summary>
    [DataMember(Name = "files", EmitDefaultValue = false, Order = 6)]
    public string[]? Files { get; set; }

    /// <summary>Of an attempt: <c>true</c> where the reply came from the cache and nothing was sent.</summary>
    [DataMember(Name = "cached", EmitDefaultValue = false, Order = 7)]
    public bool? Cached { get; set; }

    internal static ExchangeEntry Of(ModelExchange exchange) => new()
    {
        Cached = exchange.Cached == true ? true : null,
        Model = exchange.Model,
        EndpointHost = exchange.EndpointHost,
        PromptHash = exchange.PromptHash,
        PromptTokens = exchange.PromptTokens,
        CompletionTokens = exchange.CompletionTokens,
    };
}

/// <summary>One check of an attempt.</summary>
[DataContract]
public sealed class CheckEntry
{
    /// <summary>The check's name.</summary>
    [DataMember(Name = "name", Order = 0)]
    public string? Name { get; set; }

    /// <summary><c>passed</c>, <c>failed</c> or <c>skipped</c>.</summary>
    [DataMember(Name = "outcome", Order = 1)]
    public string? Outcome { get; set; }

    /// <summary>Why it failed or was skipped.</summary>
    [DataMember(Name = "reason", EmitDefaultValue = false, Order = 2)]
    public string? Reason { get; set; }

    /// <summary>How long it took.</summary>
    [DataMember(Name = "elapsedMs", Order = 3)]
    public double ElapsedMs { get; set; }

    internal static CheckEntry Of(CheckResult check) => new()
    {
        Name = check.Name,
        Outcome = check.Outcome.ToString().ToLowerInvariant(),
        Reason = check.Reason,
        ElapsedMs = Math.Round(check.Elapsed.TotalMilliseconds, 2),
    };
}
