using System.Collections.Immutable;
using CodeAssist.Models.Discovery;
using CodeAssist.Models.Endpoints;
using Spectre.Console;

namespace CodeAssist.Cli.Connecting;

/// <summary>Asks a person at a terminal for what a profile needs.</summary>
internal sealed class ModelQuestions(IAnsiConsole console)
{
    /// <summary>Which of the found servers; null for another one.</summary>
    public async Task<LocalServer?> ServerAsync(ImmutableArray<LocalServer> servers, CancellationToken cancellation)
    {
        if (servers.IsEmpty)
            return null;
        var other = Texts.Get("AskOtherEndpoint");
        var names = servers.ToDictionary(Describe);
        var answer = await new SelectionPrompt<string>().Title(Texts.Get("AskServer")).UseConverter(Markup.Escape)
            .AddChoices([.. names.Keys, other]).ShowAsync(console, cancellation).ConfigureAwait(false);
        return names.GetValueOrDefault(answer);
    }

    /// <summary>What kind of endpoint.</summary>
    public Task<EndpointKind> KindAsync(CancellationToken cancellation) =>
        new SelectionPrompt<EndpointKind>().Title(Texts.Get("AskKind")).PageSize(EndpointKinds.All.Length).UseConverter(static kind => Markup.Escape(kind.Name))
            .AddChoices(EndpointKinds.All).ShowAsync(console, cancellation);

    /// <summary>Which of the served models, or its name where nobody knows what is served.</summary>
    public Task<string> ModelAsync(ServedModels? served, CancellationToken cancellation) => served is { Models.IsEmpty: false }
        ? new SelectionPrompt<string>().Title(Texts.Get("AskModel")).UseConverter(Markup.Escape)
            .AddChoices(served.Models.Select(model => model.Name)).ShowAsync(console, cancellation)
        : TextAsync("AskModel", null, cancellation);

    /// <summary>The base address.</summary>
    public Task<string> EndpointAsync(string? usual, CancellationToken cancellation) => TextAsync("AskEndpoint", usual, cancellation);

    /// <summary>The variable that holds the key; null for none.</summary>
    public async Task<string?> KeyVariableAsync(string? usual, CancellationToken cancellation)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(Texts.Get("AskKeyVariable"))).AllowEmpty();
        if (usual is not null)
            prompt.DefaultValue(usual);
        return await prompt.ShowAsync(console, cancellation).ConfigureAwait(false) is { Length: > 0 } name ? name : null;
    }

    /// <summary>The profile's name.</summary>
    public Task<string> NameAsync(string usual, CancellationToken cancellation) => TextAsync("AskName", usual, cancellation);

    /// <summary>A server in a line.</summary>
    public static string Describe(LocalServer server) =>
        Texts.Get("ServerFound", server.Kind.Name, server.Endpoint.AbsoluteUri.TrimEnd('/'), Texts.Count("Models", server.Served.Models.Length));

    private Task<string> TextAsync(string question, string? usual, CancellationToken cancellation)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(Texts.Get(question)));
        if (usual is not null)
            prompt.DefaultValue(usual);
        return prompt.ShowAsync(console, cancellation);
    }
}
