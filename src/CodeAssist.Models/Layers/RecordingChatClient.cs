using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Evidence;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Records each prompt before it leaves, so that one whose answer nobody waits for is on record too. What another
/// layer keeps back does not come here.
/// </summary>
internal sealed class RecordingChatClient(IChatClient inner, ModelProfile profile, IRequestLog ledger) : WholeReplyChatClient(inner)
{
    private static readonly string Version = typeof(RecordingChatClient).Assembly.GetName().Version?.ToString() ?? "0";

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> sent = [.. messages];
        var bytes = PromptJson.Bytes(sent);
        var subject = options.Subject();
        ledger.Write(new RequestRecord(
            DateTime.UtcNow, subject.DiagnosticId, profile.Model, profile.Endpoint.Host, PromptJson.Hash(bytes), bytes.Length, subject.Files, Version));
        return InnerClient.GetResponseAsync(sent, options, cancellationToken);
    }
}
