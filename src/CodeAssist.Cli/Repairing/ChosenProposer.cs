using CodeAssist.Cli.Connecting;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Proposing;
using CodeAssist.Repair.Proposing.BuiltIn;

namespace CodeAssist.Cli.Repairing;

/// <summary>Who proposes edits: the templates, or the model that the user named.</summary>
internal sealed class ChosenProposer : IDisposable
{
    private const string BuiltIn = "builtin";

    private readonly IDisposable? _client;

    private ChosenProposer(IProposer proposer, IDisposable? client)
    {
        Proposer = proposer;
        _client = client;
    }

    /// <summary>The proposer.</summary>
    public IProposer Proposer { get; }

    /// <summary>Chooses; a profile that does not exist or may not be used ends the command.</summary>
    /// <param name="model">A profile's name, <c>builtin</c>, or null for <c>builtin</c>.</param>
    /// <param name="rounds">How often the gate's findings are fed back to a model.</param>
    /// <param name="configuration">The user's configuration.</param>
    public static ChosenProposer Of(string? model, int rounds, UserConfiguration configuration)
    {
        if (model is null or BuiltIn)
            return new ChosenProposer(new BuiltInProposer(), null);
        var client = ModelClientFactory.Create(configuration.ResolveProfile(model), ModelClients.Options);
        return new ChosenProposer(new RepositoryGuard(client, rounds), client);
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();
}
