using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// What differs between servers that all call themselves OpenAI-compatible: one row of data each, see
/// <see cref="EndpointKinds"/>. The defaults are what most servers understand.
/// </summary>
public sealed record EndpointKind
{
    /// <summary>The name that a profile gives as its <c>kind</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The hosts of the service (a leading dot stands for any subdomain); empty for servers that people run themselves.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The port by which the server is known on the own machine; null where several kinds share it.</summary>
    public int? Port { get; init; }

    /// <summary>The environment variable in which users of the service keep their key; taken only for its own hosts.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>The header that carries the key; in <c>Authorization</c> it is a bearer token.</summary>
    public string KeyHeader { get; init; } = "Authorization";

    /// <summary>The field that bounds the reply.</summary>
    public string MaxTokensField { get; init; } = "max_tokens";

    /// <summary>A JSON object whose members switch thinking off; empty where there is no switch.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string ThinkingOff { get; init; } = "{}";

    /// <summary>A JSON object whose members switch thinking on; empty where it is on by itself or cannot be.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string ThinkingOn { get; init; } = "{}";

    /// <summary>The fields in which thinking comes back, beside the content.</summary>
    public ImmutableArray<string> ReasoningFields { get; init; } = ["reasoning_content", "reasoning"];

    /// <summary>Whether <c>stream_options</c> is understood, which asks for the usage at the end of a stream.</summary>
    public bool StreamOptions { get; init; } = true;

    /// <summary>Whether <c>top_k</c> is understood.</summary>
    public bool TopK { get; init; }

    /// <summary>The field of the repetition penalty, or null.</summary>
    public string? RepetitionField { get; init; }

    /// <summary>Whether the server cuts a prompt that is too long instead of refusing it.</summary>
    public bool CutsLongPrompts { get; init; }

    /// <summary>The command that starts such a server, for the message that nobody listens; null for services.</summary>
    public string? StartCommand { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
