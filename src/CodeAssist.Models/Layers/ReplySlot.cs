using CodeAssist.Repair.Caching;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>A reply's place in the cache.</summary>
/// <param name="Cache">The cache.</param>
/// <param name="Key">The key of what was asked.</param>
/// <param name="Text">The reply as the server gave it, with placeholders for secrets: secrets are not kept.</param>
/// <param name="IsCached">Whether the reply came from there.</param>
internal sealed record ReplySlot(IReplyCache Cache, string Key, string Text, bool IsCached) : IReplySlot
{
    /// <inheritdoc/>
    public void Settle(bool accepted)
    {
        if (!accepted)
            Cache.Drop(Key);
        else if (!IsCached)
            Cache.Keep(Key, Text);
    }
}

/// <summary>Attaches its place in the cache to a reply.</summary>
internal static class ReplySlots
{
    private const string PropertyName = "codeassist.slot";

    public static ChatResponse In(this ChatResponse response, ReplySlot slot)
    {
        (response.AdditionalProperties ??= [])[PropertyName] = slot;
        return response;
    }

    public static ReplySlot? Slot(this ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(PropertyName, out ReplySlot? slot) == true ? slot : null;
}
