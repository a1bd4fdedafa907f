using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>What stands between a prompt and the network, from the outside in.</summary>
internal static class ChatPipeline
{
    /// <summary>
    /// Enough to keep a server busy, too few to be taken for an attack; a model on the own machine gains nothing from
    /// more than two.
    /// </summary>
    private const int MostRemoteRequests = 4;

    private const int MostLocalRequests = 2;

    /// <summary>Puts the layers around an endpoint's client, which it will dispose.</summary>
    public static IChatClient Around(IChatClient endpoint, ModelProfile profile, EndpointFaults faults, RetryPauses pauses) =>
        new ChatClientBuilder(endpoint)
            .Use(inner => new RedactingChatClient(inner))
            .Use(inner => new ConcurrencyLimitingChatClient(inner, profile.IsLoopback ? MostLocalRequests : MostRemoteRequests))
            .Use(inner => new DeadlineChatClient(inner, profile, faults))
            .Use(inner => new RetryingChatClient(inner, profile, pauses))
            .Use(inner => new SoundReplyChatClient(inner, profile, faults))
            .Use(inner => new ThinkingStrippingChatClient(inner))
            .Use(inner => new StreamingChatClient(inner))
            .Build();
}
