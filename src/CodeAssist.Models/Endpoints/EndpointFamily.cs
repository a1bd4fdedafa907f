namespace CodeAssist.Models.Endpoints;

/// <summary>The protocols that endpoints speak.</summary>
public enum EndpointFamily
{
    /// <summary>OpenAI's Chat Completions, which most servers imitate; streams are server-sent events.</summary>
    ChatCompletions,

    /// <summary>Ollama's own <c>/api/chat</c>, the only one by which its context can be set; streams are lines of JSON.</summary>
    Ollama,
}
