using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>Writes requests to Ollama's <c>/api/chat</c>.</summary>
internal sealed class OllamaDialect(ModelProfile profile)
{
    /// <summary>
    /// How long the model stays loaded: fixes come in bursts with a person's pauses in between, and loading takes as
    /// long as several replies.
    /// </summary>
    public const string KeepAlive = "15m";

    // Room for the words that the chat template puts around the messages.
    private const int TemplateTokens = 256;

    private const int ContextStep = 1024;

    private volatile bool _refusesThinking;

    /// <summary>
    /// The context to ask for: the profile's, or what its prompt and reply need. The same for each request, since
    /// another one has the model loaded anew.
    /// </summary>
    public static int ContextTokens(ModelProfile profile)
    {
        if (profile.ContextTokens is { } tokens)
            return tokens;
        var needed = (long)profile.PromptTokens + profile.OutputTokens + TemplateTokens;
        return (int)Math.Min(int.MaxValue, (needed + ContextStep - 1) / ContextStep * ContextStep);
    }

    /// <summary>The body of a request.</summary>
    public JsonObject Body(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var body = new JsonObject
        {
            ["model"] = options?.ModelId ?? profile.Model,
            ["messages"] = PromptJson.Of(messages),
            ["stream"] = stream,
            ["keep_alive"] = KeepAlive,
            // Both undocumented and older than they look: a prompt that is too long is refused, and a reply that
            // reaches the end of the context ends there, instead of pushing the prompt out.
            ["truncate"] = false,
            ["shift"] = false,
            ["options"] = Options(options),
        };
        if (!_refusesThinking)
            body["think"] = profile.Thinking;
        return body;
    }

    /// <summary>Learns from a refusal; false where there is nothing to learn.</summary>
    public bool Learn(ErrorBody error)
    {
        if (_refusesThinking || !error.Message.Contains("think", StringComparison.OrdinalIgnoreCase))
            return false;
        return _refusesThinking = true;
    }

    private JsonObject Options(ChatOptions? options)
    {
        var body = new JsonObject
        {
            ["num_ctx"] = ContextTokens(profile),
            ["num_predict"] = options?.MaxOutputTokens ?? profile.OutputTokens,
        };
        if (options?.Temperature is { } temperature)
            body["temperature"] = RequestDialect.Number(temperature);
        if (options?.TopP is { } topP)
            body["top_p"] = RequestDialect.Number(topP);
        if (options?.TopK is { } topK)
            body["top_k"] = topK;
        // Ollama's own default is 1.1, which is more than any card of a coder model advises.
        body[profile.Kind.RepetitionField!] =
            options?.AdditionalProperties?.TryGetValue(RequestDialect.RepetitionPenalty, out float penalty) == true ? RequestDialect.Number(penalty) : 1;
        return body;
    }
}
