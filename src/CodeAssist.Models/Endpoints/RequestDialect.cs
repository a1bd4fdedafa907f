using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// Writes requests the way one endpoint wants them. Starts from the row of its kind and learns from refusals: an
/// optional field that a server refuses by name is left out from then on.
/// </summary>
internal sealed class RequestDialect(ModelProfile profile)
{
    /// <summary>The option that carries a repetition penalty, which the abstraction has no property for.</summary>
    public const string RepetitionPenalty = "repetition_penalty";

    // How servers say that they do not know a field.
    private static readonly string[] Unknown = ["unsupported", "not supported", "unrecognized", "unknown", "extra", "not permitted"];

    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);
    private volatile string _maxTokensField = profile.Kind.MaxTokensField;

    /// <summary>The body of a request.</summary>
    public JsonObject Body(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var body = new JsonObject
        {
            ["model"] = options?.ModelId ?? profile.Model,
            ["messages"] = PromptJson.Of(messages),
            ["stream"] = stream,
            [_maxTokensField] = options?.MaxOutputTokens ?? profile.OutputTokens,
        };
        foreach (var (name, value) in Optional(options, stream))
        {
            if (!_refused.ContainsKey(name))
                body[name] = value;
        }

        return body;
    }

    /// <summary>Learns from a refusal; false where there is nothing to learn.</summary>
    /// <param name="sent">The body that was refused.</param>
    /// <param name="error">What the server says.</param>
    public bool Learn(JsonObject sent, ErrorBody error)
    {
        if (RenamesMaxTokens(sent, error))
            return true;
        var refused = Optional(null, stream: true).Select(field => field.Name)
            .Concat(["temperature", "top_p", "top_k", .. profile.Kind.RepetitionField is { } repetition ? new[] { repetition } : []])
            .Distinct()
            .FirstOrDefault(name => sent.ContainsKey(name) && Names(error, name, sent[name]));
        if (refused is null)
            return false;
        _refused.TryAdd(refused, true);
        return true;
    }

    private IEnumerable<(string Name, JsonNode? Value)> Optional(ChatOptions? options, bool stream)
    {
        if (stream && profile.Kind.StreamOptions)
            yield return ("stream_options", new JsonObject { ["include_usage"] = true });
        if (options?.Temperature is { } temperature)
            yield return ("temperature", Number(temperature));
        if (options?.TopP is { } topP)
            yield return ("top_p", Number(topP));
        if (profile.Kind.TopK && options?.TopK is { } topK)
            yield return ("top_k", topK);
        if (profile.Kind.RepetitionField is { } field && options?.AdditionalProperties?.TryGetValue(RepetitionPenalty, out float penalty) == true)
            yield return (field, Number(penalty));
        var thinking = (JsonObject)JsonNode.Parse(profile.Thinking ? profile.Kind.ThinkingOn : profile.Kind.ThinkingOff)!;
        foreach (var member in thinking)
            yield return (member.Key, member.Value?.DeepClone());
    }

    // 0.1f is 0.1 on the wire, not 0.10000000149.
    internal static JsonNode Number(float value) => JsonValue.Create((decimal)value);

    private bool RenamesMaxTokens(JsonObject sent, ErrorBody error)
    {
        var current = _maxTokensField;
        var other = current == "max_tokens" ? "max_completion_tokens" : "max_tokens";
        // Another request has learned it meanwhile.
        if (!sent.ContainsKey(current))
            return true;
        // "max_tokens is too large" is no refusal of the name.
        if (!error.Message.Contains(current, StringComparison.Ordinal) || !IsRefusalOfName(error, current, other) || !_refused.TryAdd(current, true))
            return false;
        _maxTokensField = other;
        return true;
    }

    private static bool IsRefusalOfName(ErrorBody error, string current, string other) =>
        error.Message.Replace(current, string.Empty, StringComparison.Ordinal).Contains(other, StringComparison.Ordinal)
        || Unknown.Any(word => error.All.Contains(word, StringComparison.OrdinalIgnoreCase));

    // By its own name, or by that of a member: "enable_thinking" for chat_template_kwargs.
    private static bool Names(ErrorBody error, string name, JsonNode? value) =>
        error.Message.Contains(name, StringComparison.Ordinal)
        || (value is JsonObject members && members.Any(member => error.Message.Contains(member.Key, StringComparison.Ordinal)));
}
