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

    /// <summary>The protocol.</summary>
    public EndpointFamily Family { get; init; }

    /// <summary>The usual base address; what is in capitals is the user's to fill in. Null where there is none.</summary>
    public string? Base { get; init; }

    /// <summary>Whether each user has another base address, of which <see cref="Base"/> is the form.</summary>
    public bool HasOwnBase => Base is { } form && (form.Contains("RESOURCE", StringComparison.Ordinal) || form.Contains("PORT", StringComparison.Ordinal));

    /// <summary>The hosts of the service (a leading dot stands for any subdomain); empty for servers that people run themselves.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The port by which the server is known on the own machine; null where several kinds share it.</summary>
    public int? Port { get; init; }

    /// <summary>Ports on which the server is usual, and others are too.</summary>
    public ImmutableArray<int> SharedPorts { get; init; } = [];

    /// <summary>What the server calls the owner of its models, which tells servers on a shared port apart; null where it says nothing of use.</summary>
    public string? ModelOwner { get; init; }

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

    /// <summary>The strictest form of a reply that can be asked for: <c>json_schema</c>, <c>json_object</c>, Ollama's <c>format</c>, or null.</summary>
    public string? SchemaSupport { get; init; }

    /// <summary>How an error's body looks; all shapes are read from any server, since gateways mix them.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string ErrorShape { get; init; } = """{"error":{"message","type","code"}}""";

    /// <summary>Words by which the server says that the prompt does not fit into the context.</summary>
    public ImmutableArray<string> OverflowTexts { get; init; } = [];

    /// <summary>Words by which the server says that its content filter refused.</summary>
    public ImmutableArray<string> FilterTexts { get; init; } = [];

    /// <summary>Words by which the server says that the account has nothing left, which waiting does not mend.</summary>
    public ImmutableArray<string> QuotaTexts { get; init; } = [];

    /// <summary>Words by which the server says, with another status than 401, that it does not accept the key.</summary>
    public ImmutableArray<string> KeyTexts { get; init; } = [];

    /// <summary>
    /// Whether a prompt that is too long may be cut instead of refused: what people run themselves can be set to do
    /// so, services refuse.
    /// </summary>
    public bool CutsLongPrompts => Hosts.IsEmpty;

    /// <summary>The command that starts such a server, for the message that nobody listens; null for services.</summary>
    public string? StartCommand { get; init; }

    /// <summary>The command that gets a model, with <c>MODEL</c> in the place of its name; null where there is none.</summary>
    public string? GetCommand { get; init; }

    /// <summary>The ports to look for the server at on the own machine.</summary>
    internal IEnumerable<int> UsualPorts => Port is { } port ? [port, .. SharedPorts] : SharedPorts;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
