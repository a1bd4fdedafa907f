using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>Where below a profile's base address things are.</summary>
internal static class EndpointRoutes
{
    /// <summary>Where a prompt goes.</summary>
    public static Uri Chat(ModelProfile profile) => profile.Kind.Family == EndpointFamily.Ollama
        ? Below(profile.Endpoint, "/api/chat", "/v1", "/api")
        : Below(profile.Endpoint, "/chat/completions");

    /// <summary>Where the list of models is.</summary>
    public static Uri Models(ModelProfile profile) => profile.Kind.Family == EndpointFamily.Ollama
        ? Below(profile.Endpoint, "/api/tags", "/v1", "/api")
        : Below(profile.Endpoint, "/models");

    /// <summary>Where Ollama describes a model.</summary>
    public static Uri Show(ModelProfile profile) => Below(profile.Endpoint, "/api/show", "/v1", "/api");

    // Ollama is known by the address of its Chat Completions too; its own API is beside it, not below.
    private static Uri Below(Uri endpoint, string path, params ReadOnlySpan<string> others)
    {
        var address = new UriBuilder(endpoint);
        var start = address.Path.TrimEnd('/');
        foreach (var other in others)
        {
            if (start.EndsWith(other, StringComparison.OrdinalIgnoreCase))
                start = start[..^other.Length];
        }

        address.Path = start + path;
        return address.Uri;
    }
}
