using System.Collections.Immutable;
using CodeAssist.Cli.Caching;
using CodeAssist.Cli.Connecting;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Cli.Hosting;

/// <summary>Whether the user lets an IDE's code fix ask a model, and that model.</summary>
internal sealed class ModelAccess : IDisposable
{
    /// <summary>What a day of work with an IDE uses many times over; more is a code fix that asks in a circle.</summary>
    private const long SessionTokens = 1_000_000;

    private readonly IDisposable? _owned;

    /// <summary>Access to a model.</summary>
    /// <param name="client">The model; owned by the caller.</param>
    /// <param name="loopback">Whether the model is on this machine.</param>
    /// <param name="trigger">When the code fix asks: <c>ask</c> or <c>prefetch</c>.</param>
    /// <param name="timeoutSeconds">How long one request may take.</param>
    /// <param name="diagnostics">IDs, beyond the built-in list, that the model may repair.</param>
    public ModelAccess(IModelClient client, bool loopback, string trigger, int timeoutSeconds, ImmutableArray<string> diagnostics)
    {
        Client = client;
        IsLoopback = loopback;
        Trigger = trigger;
        TimeoutSeconds = timeoutSeconds;
        Diagnostics = diagnostics;
    }

    private ModelAccess(string reason) => Reason = reason;

    private ModelAccess(ModelProfile profile, UserConfiguration configuration)
    {
        var client = ModelClientFactory.Create(profile, ModelClients.Options with { SessionTokens = SessionTokens, KeyWhenNeeded = true, Ledger = EvidenceFile.OfUser(), Cache = ReplyFolder.OfUser() });
        _owned = client;
        Client = client;
        IsLoopback = profile.IsLoopback;
        Trigger = configuration.TriggerFor(profile).ToString().ToLowerInvariant();
        TimeoutSeconds = profile.TimeoutSeconds;
        Diagnostics = configuration.Diagnostics;
    }

    /// <summary>The model; null where model fixes are off.</summary>
    public IModelClient? Client { get; }

    /// <summary>Why model fixes are off, in one line; null where they are on.</summary>
    public string? Reason { get; }

    /// <summary>Whether the model is on this machine.</summary>
    public bool IsLoopback { get; }

    /// <summary>When the code fix asks: <c>ask</c> or <c>prefetch</c>.</summary>
    public string Trigger { get; } = "ask";

    /// <summary>How long one request may take, in seconds.</summary>
    public int TimeoutSeconds { get; }

    /// <summary>IDs, beyond the built-in list, that the model may repair.</summary>
    public ImmutableArray<string> Diagnostics { get; } = [];

    /// <summary>
    /// Access as the user configured it. A fault in the configuration is a reason why model fixes are off: an IDE has
    /// nobody to show an exit code to.
    /// </summary>
    public static ModelAccess Open()
    {
        try
        {
            var configuration = UserConfiguration.Load();
            return configuration.ModelFixes
                ? new ModelAccess(configuration.ResolveProfile(null), configuration)
                : new ModelAccess(Texts.Get("ModelFixesOff"));
        }
        catch (ConfigurationException fault)
        {
            return new ModelAccess(Texts.OneLine(fault.Message));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _owned?.Dispose();
}
