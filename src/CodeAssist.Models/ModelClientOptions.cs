using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Layers;
using CodeAssist.Repair.Caching;
using CodeAssist.Repair.Evidence;
using Microsoft.Extensions.Logging;

namespace CodeAssist.Models;

/// <summary>What a host adds to a client beside the user's profile.</summary>
public sealed record ModelClientOptions
{
    /// <summary>The tokens that all requests of the client may use together where the profile does not say; null for no limit.</summary>
    public long? SessionTokens { get; init; }

    /// <summary>
    /// Whether the key is read for the first request, not at once: a host that lives for a day must not fail because a
    /// password manager is still locked when it starts.
    /// </summary>
    public bool KeyWhenNeeded { get; init; }

    /// <summary>Where a line for each request goes; null for nowhere.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>Where it is recorded what leaves the machine; null for nowhere.</summary>
    public IRequestLog? Ledger { get; init; }

    /// <summary>Where replies are kept whose edits the gate accepted; null for nowhere.</summary>
    public IReplyCache? Cache { get; init; }

    /// <summary>Told how fast each reply came; null for nobody.</summary>
    public Action<ReplyTiming>? Timed { get; init; }

    /// <summary>What reads the clock.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The pauses between attempts.</summary>
    internal RetryPauses Pauses { get; init; } = RetryPauses.Default;

    /// <summary>What a reply may be at most.</summary>
    internal ReplyLimits Limits { get; init; } = new();
}
