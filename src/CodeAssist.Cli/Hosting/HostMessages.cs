using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Cli.Hosting;

/// <summary>What the code fix says, in any of its messages.</summary>
/// <param name="Type"><c>hello</c>, <c>ask</c>, <c>verdict</c> or <c>cancel</c>.</param>
internal sealed record ClientMessage(string? Type)
{
    /// <summary>Of <c>hello</c>: the version that the client speaks.</summary>
    public int? Protocol { get; init; }

    /// <summary>Of <c>ask</c>, <c>verdict</c> and <c>cancel</c>: names the request.</summary>
    public long? Id { get; init; }

    /// <summary>Of <c>verdict</c>: whether the gate accepted the edit that the reply held.</summary>
    public bool? Accepted { get; init; }

    /// <summary>Of <c>ask</c>: zero for the first candidate.</summary>
    public int Candidate { get; init; }

    /// <summary>Of <c>ask</c>: what the request is about.</summary>
    public string? DiagnosticId { get; init; }

    /// <summary>Of <c>ask</c>: the prompt.</summary>
    public ImmutableArray<PromptMessage?>? Messages { get; init; }

    /// <summary>Of <c>ask</c>: the files whose text is in the prompt.</summary>
    public ImmutableArray<string>? Files { get; init; }
}

/// <summary>One message of a prompt.</summary>
internal sealed record PromptMessage(ModelRole Role, string? Text);

/// <summary>Who the host is, and what the user lets the client do.</summary>
internal sealed record HelloMessage(
    int Protocol, string Tool, bool ModelFixes, string? Reason, string? Model, bool Loopback, string Trigger, int PromptTokens, int TimeoutSeconds,
    IReadOnlyList<string> Diagnostics, string Language, string? Conventions)
{
    [JsonPropertyOrder(-1)]
    public string Type => "hello";
}

/// <summary>The model's reply.</summary>
internal sealed record ReplyMessage(long Id, string Text, ModelExchange? Exchange)
{
    [JsonPropertyOrder(-1)]
    public string Type => "reply";
}

/// <summary>Why there is no reply; <paramref name="Id"/> is zero where it concerns no request.</summary>
internal sealed record FailureMessage(long Id, string Reason, ModelExchange? Exchange)
{
    [JsonPropertyOrder(-1)]
    public string Type => "failure";
}
