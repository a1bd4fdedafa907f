using CodeAssist.Cli.Caching;
using CodeAssist.Cli.Connecting;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Proposing;
using CodeAssist.Repair.Proposing.BuiltIn;

namespace CodeAssist.Cli.Repairing;

/// <summary>Who proposes edits: the templates, or the model that the user named.</summary>
internal sealed class ChosenProposer : IDisposable
{
    private const string BuiltIn = "builtin";

    private readonly IDisposable? _client;

    private ChosenProposer(IProposer proposer, IDisposable? client, EvidenceFile? evidence)
    {
        Proposer = proposer;
        Evidence = evidence;
        _client = client;
    }

    /// <summary>The proposer.</summary>
    public IProposer Proposer { get; }

    /// <summary>The user's own evidence, where what is asked of a model is recorded; null for <c>builtin</c>.</summary>
    public EvidenceFile? Evidence { get; }

    /// <summary>Chooses; a profile that does not exist or may not be used ends the command.</summary>
    /// <param name="model">A profile's name, <c>builtin</c>, or null for <c>builtin</c>.</param>
    /// <param name="rounds">How often the gate's findings are fed back to a model.</param>
    /// <param name="candidates">How many replies a model is asked for in a round.</param>
    /// <param name="configuration">The user's configuration.</param>
    /// <param name="path">What is to be repaired.</param>
    public static ChosenProposer Of(string? model, int rounds, int candidates, UserConfiguration configuration, string path)
    {
        if (model is null or BuiltIn)
            return new ChosenProposer(new BuiltInProposer(), null, null);
        var profile = configuration.ResolveProfile(model);
        // Before the key is had: a program that the configuration names would run for it.
        UserConfiguration.ThrowIfDefinedBy(profile, path);
        var evidence = EvidenceFile.OfUser();
        var client = ModelClientFactory.Create(profile, ModelClients.Options with { Ledger = evidence, Cache = ReplyFolder.OfUser() });
        return new ChosenProposer(new RepositoryGuard(client, rounds, candidates), client, evidence);
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();
}
