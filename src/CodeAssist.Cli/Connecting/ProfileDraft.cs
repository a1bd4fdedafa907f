using System.Text;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;

namespace CodeAssist.Cli.Connecting;

/// <summary>What is known of a profile that is to be added; what is null is still to be found out.</summary>
internal sealed record ProfileDraft
{
    public string? Name { get; init; }

    public EndpointKind? Kind { get; init; }

    public string? Endpoint { get; init; }

    public string? Model { get; init; }

    public string? KeyVariable { get; init; }

    public string? KeyFile { get; init; }

    public IReadOnlyList<string> KeyCommand { get; init; } = [];

    public bool Thinking { get; init; }

    public bool AllowHttp { get; init; }

    /// <summary>The name that a profile of a model gets where nobody gives it one: <c>qwen2.5-coder</c> for <c>Qwen/qwen2.5-coder:7b</c>.</summary>
    public static string NameOf(string model, Func<string, bool> isTaken)
    {
        var name = new StringBuilder();
        foreach (var character in model[(model.LastIndexOf('/') + 1)..].Split(':')[0].ToLowerInvariant())
            name.Append(char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '-');
        var first = name.Length == 0 ? "model" : name.ToString();
        var free = first;
        for (var i = 2; isTaken(free); i++)
            free = $"{first}-{i}";
        return free;
    }

    /// <summary>The profile as it stands in the user's file.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["kind"] = Kind!.Name, ["endpoint"] = Endpoint, ["model"] = Model };
        if (KeyVariable is not null)
            json["keyVariable"] = KeyVariable;
        if (KeyFile is not null)
            json["keyFile"] = KeyFile;
        if (KeyCommand.Count > 0)
            json["keyCommand"] = new JsonArray([.. KeyCommand.Select(word => JsonValue.Create(word))]);
        if (Thinking)
            json["thinking"] = true;
        if (AllowHttp)
            json["allowHttp"] = true;
        return json;
    }
}
