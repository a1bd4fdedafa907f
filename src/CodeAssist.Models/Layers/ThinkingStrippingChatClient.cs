using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Takes thinking off the front of a reply, which servers without a reasoning parser leave in the content.</summary>
internal sealed class ThinkingStrippingChatClient(IChatClient inner) : WholeReplyChatClient(inner)
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var text = response.Text;
        var stripped = Strip(text);
        return stripped.Length == text.Length ? response : WithText(response, stripped);
    }

    /// <summary>The text behind the thinking; empty where the thinking never ends.</summary>
    internal static string Strip(string text)
    {
        var start = text.AsSpan().TrimStart();
        var opened = start.StartsWith(Open, StringComparison.OrdinalIgnoreCase);
        var close = text.IndexOf(Close, StringComparison.OrdinalIgnoreCase);
        // Where the template has opened the thinking already, the reply holds only its end; a fence before that end
        // means that the words belong to code.
        if (!opened && (close < 0 || text.AsSpan(0, close).Contains("```", StringComparison.Ordinal)))
            return text;
        return close < 0 ? string.Empty : text[(close + Close.Length)..].TrimStart();
    }
}
