using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Layers;
using CodeAssist.Repair.Evidence;

namespace CodeAssist.Models;

/// <summary>Makes clients for profiles.</summary>
public static class ModelClientFactory
{
    /// <summary>
    /// A client for a profile that <see cref="UserConfiguration.ResolveProfile"/> has approved. It keeps its
    /// connections until it is disposed, and may be used by several tasks at once.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <param name="log">Where it is recorded what leaves the machine; null records nothing.</param>
    /// <exception cref="ConfigurationException">The profile's key cannot be had.</exception>
    public static ChatModelClient Create(ModelProfile profile, IRequestLog? log = null) => Create(profile, RetryPauses.Default, new ReplyLimits(), log);

    internal static ChatModelClient Create(ModelProfile profile, RetryPauses pauses, ReplyLimits limits, IRequestLog? log = null)
    {
        var key = profile.Key.Read();
        var endpoint = new OpenAICompatibleChatClient(profile, key, EndpointHandler.Create(profile), limits);
        return new ChatModelClient(profile, ChatPipeline.Around(endpoint, profile, new EndpointFaults(profile, key), pauses), log);
    }
}
