using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Caching;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Answers from the cache where the very same was asked before and the gate accepted what came of it. A fresh reply is
/// not kept here: it carries its place in the cache to whoever hears the gate's verdict.
/// </summary>
internal sealed class CachingChatClient(IChatClient inner, ModelProfile profile, IReplyCache cache) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> sent = [.. messages];
        var key = KeyOf(profile, sent, options);
        if (cache.Find(key) is { } kept)
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, kept)) { FinishReason = ChatFinishReason.Stop }.In(new ReplySlot(cache, key, kept, IsCached: true));
        var response = await InnerClient.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
        return response.In(new ReplySlot(cache, key, response.Text, IsCached: false));
    }

    // The prompt's very bytes, who is asked, and how the reply is drawn. Two servers' models of one name are two models.
    private static string KeyOf(ModelProfile profile, IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var header = new JsonObject
        {
            ["endpoint"] = profile.Endpoint.AbsoluteUri,
            ["model"] = profile.Model,
            ["thinking"] = profile.Thinking,
            ["candidate"] = options.Subject().Candidate,
            ["temperature"] = options?.Temperature,
            ["topP"] = options?.TopP,
            ["topK"] = options?.TopK,
            ["repetition"] = options?.AdditionalProperties?.TryGetValue(RequestDialect.RepetitionPenalty, out float penalty) == true ? penalty : null,
        };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(header.ToJsonString(PromptJson.Options) + "\n"));
        hash.AppendData(PromptJson.Bytes(messages));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
