using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>The published schema and the tool take the same files and refuse the same ones.</summary>
public sealed class ConfigurationSchemaTests : IDisposable
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "config.schema.json"))).RootElement;

    // What anybody could write for any key; each key is right with a few of them and wrong with the others.
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "1.5", "2000.0", "2e3", "99999999999", "\"\"", "\"  \"", "\"text\"", "[]", "[\"text\"]", "[1]", "[\"\"]", "{}",
        "{\"text\": 1}", "\"ask\"", "\"prefetch\"", "\"Ask\"", "\"en\"", "\"zh-Hans\"", "\"zh\"", "\"vllm\"",
        "\"http://localhost:1/v1\"", "\"HTTPS://models.example.com\"", "\"ftp://host/v1\"", "\"localhost:11434\"", "\"http://user:key@host/v1\"", "\"http://host/v1/chat/completions\"", "\"http://\"",
        "\"https://models.example.com/v1?api-version=preview\"", "\"https://models.example.com?x\"", "\"https://models.example.com/v1?Subscription-Key=1\"", "\"https://models.example.com/v1#part\"", "\"https://models.example.com/v1/chat/completions?x=1\"",
        "\"docs/style.md\"", "\"../style.md\"", "\"docs/../../style.md\"", "\"/etc/passwd\"", "\"C:\\\\style.md\"", "\"..\"", "\"a..b\"",
    ];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string> Keys { get; } = [.. UserFile.Keys, .. ProfileReader.Keys.Select(key => "profiles.text." + key), .. ProfileReader.PriceKeys.Select(key => "profiles.text.prices." + key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Schema_and_tool_agree_on_every_key(string key)
    {
        var accepted = 0;
        // Which profiles there are, no schema knows.
        var values = Values.Concat(Limits(key)).Where(value => key != "defaultProfile" || value[0] != '"' || value is "\"text\"" or "\"\"" or "\"  \"").ToList();
        foreach (var value in values)
        {
            var json = With(key, value);
            var bySchema = new SchemaCheck(Schema).Accepts(JsonDocument.Parse(json).RootElement);
            var problem = Problem(json);
            Assert.True(bySchema == problem is null, $"{key} = {value}: the schema {(bySchema ? "takes" : "refuses")} it, the tool says: {problem ?? "fine"}");
            accepted += bySchema ? 1 : 0;
        }

        Assert.InRange(accepted, 1, values.Count - 1);
    }

    [Theory]
    [InlineData("""{ "profiles": { "env": { "endpoint": "http://localhost:1/v1", "model": "m" } } }""")]
    [InlineData("""{ "profiles": { "q": { "model": "m" } } }""")]
    [InlineData("""{ "profiles": { "q": { "endpoint": "http://localhost:1/v1" } } }""")]
    [InlineData("""{ "profiles": { "q": { "endpoint": "http://localhost:1/v1", "model": "m", "apiKey": "k" } } }""")]
    [InlineData("""{ "profiles": { "q": { "endpoint": "http://localhost:1/v1", "model": "m", "keyVariable": "K", "keyFile": "k" } } }""")]
    [InlineData("""{ "profiles": { "q": { "endpoint": "http://localhost:1/v1", "model": "m", "keyVariable": "K", "keyCommand": ["k"] } } }""")]
    [InlineData("""{ "profiles": { "q": { "endpoint": "http://localhost:1/v1", "model": "m", "keyFile": "k", "keyCommand": ["k"] } } }""")]
    [InlineData("""{ "profiles": { "q": { "endpoint": "http://localhost:1/v1", "model": "m", "prices": { "in": 1 } } } }""")]
    [InlineData("""{ "modelfixes": true }""")]
    [InlineData("[]")]
    public void Schema_and_tool_refuse_the_same_faults(string json)
    {
        Assert.False(new SchemaCheck(Schema).Accepts(JsonDocument.Parse(json).RootElement));
        Assert.NotNull(Problem(json));
    }

    private string? Problem(string json)
    {
        try
        {
            UserConfiguration.Load(_scratch.Write("config.json", json), Path.Combine(_scratch.Folder, "none"), new FakeEnvironment());
            return null;
        }
        catch (ConfigurationException exception)
        {
            return exception.Message;
        }
    }

    // A small valid file, in which the key has the value. The profile has the name that "text" means as the default.
    private static string With(string key, string value)
    {
        var root = JsonNode.Parse("""{ "profiles": { "text": { "endpoint": "http://localhost:1/v1", "model": "m", "promptTokens": 256, "outputTokens": 64 } } }""")!.AsObject();
        var parent = root;
        var path = key.Split('.');
        foreach (var name in path[..^1])
            parent = (JsonObject)(parent[name] ??= new JsonObject());
        parent[path[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    // The least and the most that the schema names, and what is just beyond.
    private static IEnumerable<string> Limits(string key)
    {
        var schema = key.Split('.') switch
        {
            ["profiles", "text", "prices", var name] => Profile().GetProperty("prices").GetProperty("properties").GetProperty(name),
            ["profiles", "text", var name] => Profile().GetProperty(name),
            var path => Schema.GetProperty("properties").GetProperty(path[0]),
        };
        if (schema.TryGetProperty("minimum", out var least))
        {
            yield return least.GetRawText();
            yield return $"{least.GetInt64() - 1}";
        }

        if (schema.TryGetProperty("maximum", out var most))
        {
            yield return most.GetRawText();
            yield return $"{most.GetInt64() + 1}";
        }

        static JsonElement Profile() => Schema.GetProperty("$defs").GetProperty("profile").GetProperty("properties");
    }
}
