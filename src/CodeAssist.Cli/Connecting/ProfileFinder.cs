using System.Collections.Immutable;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;
using CodeAssist.Models.Endpoints;

namespace CodeAssist.Cli.Connecting;

/// <summary>Completes a profile: by what is found on this machine, by asking where somebody is there to answer, else by saying what is missing.</summary>
internal sealed class ProfileFinder(Terminal terminal)
{
    private const int MostNames = 12;

    private readonly ModelQuestions? _questions = terminal.Prompts is { } console ? new ModelQuestions(console) : null;

    /// <summary>Finds the endpoint, its kind and, where that is clear, its key.</summary>
    public async Task<ProfileDraft> FindEndpointAsync(ProfileDraft draft, CancellationToken cancellation)
    {
        if (draft.Endpoint is { } endpoint)
        {
            var guessed = Uri.TryCreate(endpoint, UriKind.Absolute, out var address) ? EndpointKinds.Guess(address) : EndpointKinds.Generic;
            return draft with { Kind = draft.Kind ?? guessed };
        }

        // A service is where it always is; a server of one's own is looked for.
        if (draft.Kind is { Hosts.IsEmpty: false, HasOwnBase: false, Base: { } known })
            return draft with { Endpoint = known };

        var servers = await terminal.Progress.RunAsync(Texts.Get("Looking"), _ => LocalServers.FindAsync(cancellation)).ConfigureAwait(false);
        ImmutableArray<LocalServer> fitting = [.. servers.Where(server => draft.Kind is null || server.Kind == draft.Kind)
            .Where(server => draft.Model is null || server.Served.Models.IsEmpty || server.Served.Find(draft.Model) is not null || draft.Kind is not null)];
        if (fitting is [var only] && (draft.Kind is not null || _questions is null))
            return At(draft, only);
        if (_questions is not null)
            return await AskAsync(draft, fitting, cancellation).ConfigureAwait(false);
        if (fitting.Length > 1)
            throw ToolException.Usage("SeveralServers", string.Join("; ", fitting.Select(ModelQuestions.Describe)));
        if (draft.Kind is { HasOwnBase: true } own)
            throw ToolException.Usage("KindNeedsEndpoint", own.Name, own.Base);
        if (draft.Kind?.Base is { } usual)
            return draft with { Endpoint = usual };
        throw servers.IsEmpty || draft.Kind is not null
            ? ToolException.Usage("NoServer", string.Join(", ", EndpointKinds.All.Select(kind => kind.Name)))
            : ToolException.Usage("NoFittingServer", draft.Model, string.Join("; ", servers.Select(Names)));
    }

    /// <summary>Finds the model among those that the endpoint serves; says what it serves where the model is not among them.</summary>
    /// <param name="draft">The profile so far.</param>
    /// <param name="served">What the endpoint serves, or null where it has no list.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<ProfileDraft> FindModelAsync(ProfileDraft draft, ServedModels? served, CancellationToken cancellation)
    {
        if (draft.Model is { } model)
        {
            if (served is null || served.Models.IsEmpty || served.Find(model) is not null)
                return draft;
            var advice = draft.Kind!.GetCommand?.Replace("MODEL", model, StringComparison.Ordinal);
            throw advice is null
                ? ToolException.Usage("ModelNotServed", draft.Endpoint, model, Names(served))
                : ToolException.Usage("ModelNotServedGet", draft.Endpoint, model, Names(served), advice);
        }

        if (_questions is not null)
            return draft with { Model = await _questions.ModelAsync(served, cancellation).ConfigureAwait(false) };
        if (served is { Models: [var only] })
            return draft with { Model = only.Name };
        throw served is { Models.IsEmpty: false }
            ? ToolException.Usage("WhichModel", draft.Endpoint, Names(served))
            : ToolException.Usage("WhichModelUnknown", draft.Endpoint);
    }

    /// <summary>Finds a name.</summary>
    public async Task<string> FindNameAsync(ProfileDraft draft, Func<string, bool> isTaken, CancellationToken cancellation)
    {
        var usual = ProfileDraft.NameOf(draft.Model!, isTaken);
        return draft.Name ?? (_questions is null ? usual : await _questions.NameAsync(usual, cancellation).ConfigureAwait(false));
    }

    private async Task<ProfileDraft> AskAsync(ProfileDraft draft, ImmutableArray<LocalServer> servers, CancellationToken cancellation)
    {
        if (await _questions!.ServerAsync(servers, cancellation).ConfigureAwait(false) is { } server)
            return At(draft, server);
        var kind = draft.Kind ?? await _questions.KindAsync(cancellation).ConfigureAwait(false);
        var endpoint = await _questions.EndpointAsync(kind.Base, cancellation).ConfigureAwait(false);
        var keyVariable = draft.KeyVariable is null && draft.KeyFile is null && draft.KeyCommand.Count == 0 && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.IsLoopback)
            ? await _questions.KeyVariableAsync(kind.KeyVariable, cancellation).ConfigureAwait(false)
            : draft.KeyVariable;
        return draft with { Kind = kind, Endpoint = endpoint, KeyVariable = keyVariable };
    }

    private static ProfileDraft At(ProfileDraft draft, LocalServer server) =>
        draft with { Kind = draft.Kind ?? server.Kind, Endpoint = server.Endpoint.AbsoluteUri.TrimEnd('/') };

    private static string Names(LocalServer server) => $"{ModelQuestions.Describe(server)}: {Names(server.Served)}";

    private static string Names(ServedModels served) => string.Join(", ", served.Models.Take(MostNames).Select(model => model.Name)) + (served.Models.Length > MostNames ? ", ..." : "");
}
