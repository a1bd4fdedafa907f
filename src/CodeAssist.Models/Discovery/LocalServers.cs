using System.Collections.Immutable;
using System.Globalization;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;

namespace CodeAssist.Models.Discovery;

/// <summary>A model server on this machine.</summary>
/// <param name="Kind">What it is; the generic kind where it does not say.</param>
/// <param name="Endpoint">Its base address, as a profile gives it.</param>
/// <param name="Served">What it has.</param>
public sealed record LocalServer(EndpointKind Kind, Uri Endpoint, ServedModels Served);

/// <summary>Finds model servers on this machine: at the usual ports, on loopback only, and by asking for their list of models.</summary>
public static class LocalServers
{
    /// <summary>Where users of Ollama say that it listens.</summary>
    internal const string OllamaVariable = "OLLAMA_HOST";

    // On the own machine a server that is there answers in milliseconds, one that loads a model in a second or two.
    private const int TimeoutSeconds = 2;

    /// <summary>Finds the servers, in the order of their ports.</summary>
    public static Task<ImmutableArray<LocalServer>> FindAsync(CancellationToken cancellation) =>
        FindAsync(UsualPlaces(ProcessEnvironment.Instance), cancellation);

    internal static async Task<ImmutableArray<LocalServer>> FindAsync(IEnumerable<(EndpointKind Kind, int Port)> places, CancellationToken cancellation)
    {
        // One port is asked once for each protocol that is usual there.
        var asked = places.DistinctBy(place => (place.Port, place.Kind.Family));
        var found = await Task.WhenAll(asked.Select(place => AskAsync(place.Kind, place.Port, cancellation))).ConfigureAwait(false);
        return [.. found.OfType<LocalServer>().OrderBy(server => server.Endpoint.Port)];
    }

    internal static IEnumerable<(EndpointKind Kind, int Port)> UsualPlaces(IProcessEnvironment environment)
    {
        foreach (var kind in EndpointKinds.All)
        {
            // Where its user says that it is, it is not looked for elsewhere.
            var chosen = kind.Family == EndpointFamily.Ollama ? PortOf(environment.Get(OllamaVariable)) : null;
            foreach (var port in chosen is { } only ? [only] : kind.UsualPorts)
                yield return (kind, port);
        }
    }

    // "127.0.0.1:11500", "0.0.0.0", "http://localhost:11500": whatever it listens at, on this machine only its port matters.
    private static int? PortOf(string? host)
    {
        if (string.IsNullOrWhiteSpace(host))
            return null;
        var colon = host.LastIndexOf(':');
        return colon >= 0 && int.TryParse(host.AsSpan(colon + 1).TrimEnd('/'), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : null;
    }

    private static async Task<LocalServer?> AskAsync(EndpointKind kind, int port, CancellationToken cancellation)
    {
        var endpoint = new UriBuilder(kind.Base!) { Port = port }.Uri;
        var profile = new ModelProfile { Name = kind.Name, Kind = kind, Endpoint = endpoint, Model = "any", TimeoutSeconds = TimeoutSeconds };
        try
        {
            var served = await ModelCatalog.ListAsync(profile, cancellation).ConfigureAwait(false);
            return served is null ? null : new LocalServer(KindOf(kind, port, served.Owner), endpoint, served);
        }
        catch (EndpointException exception) when (exception.Fault == EndpointFault.Unauthorized)
        {
            // It is there, and wants a key before it says more.
            return new LocalServer(kind.Port == port ? kind : EndpointKinds.Generic, endpoint, new ServedModels([], null));
        }
        catch (EndpointException)
        {
            return null;
        }
    }

    // What it says of itself goes before where it listens; on a port that everybody uses nothing else tells.
    private static EndpointKind KindOf(EndpointKind asked, int port, string? owner)
    {
        if (asked.Family == EndpointFamily.Ollama)
            return asked;
        return (owner is null ? null : EndpointKinds.All.FirstOrDefault(kind => kind.ModelOwner == owner))
            ?? (asked.Port == port ? asked : EndpointKinds.Generic);
    }
}
