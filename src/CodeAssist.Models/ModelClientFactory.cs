using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Layers;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models;

/// <summary>Makes clients for profiles.</summary>
public static class ModelClientFactory
{
    /// <summary>
    /// A client for a profile that <see cref="UserConfiguration.ResolveProfile"/> has approved. It keeps its
    /// connections until it is disposed, and may be used by several tasks at once.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">What its host adds; null for nothing.</param>
    /// <exception cref="ConfigurationException">The profile's key cannot be had.</exception>
    public static ChatModelClient Create(ModelProfile profile, ModelClientOptions? options = null)
    {
        options ??= new ModelClientOptions();
        var connection = new EndpointConnection(profile, options.Limits, options.KeyWhenNeeded);
        IChatClient endpoint = profile.Kind.Family switch
        {
            EndpointFamily.Ollama => new OllamaChatClient(connection),
            _ => new OpenAICompatibleChatClient(connection),
        };
        return new ChatModelClient(profile, ChatPipeline.Around(endpoint, profile, connection.Faults, options));
    }

    /// <summary>The same layers around the chat client of another provider, as it is; disposed with the result.</summary>
    /// <param name="profile">Where the client asks and what may be asked of it; its key is not read.</param>
    /// <param name="endpoint">The provider's client.</param>
    /// <param name="options">What its host adds; null for nothing.</param>
    public static ChatModelClient Create(ModelProfile profile, IChatClient endpoint, ModelClientOptions? options = null)
    {
        var faults = new EndpointFaults(profile, static text => text);
        return new ChatModelClient(
            profile, ChatPipeline.Around(new TranslatingFaultsChatClient(endpoint, faults), profile, faults, options ?? new ModelClientOptions()));
    }
}
