using System.Text.Json;
using System.Text.RegularExpressions;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>The page and the schema say what the code does.</summary>
public class ConfigurationDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "configuration.md"));
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "config.schema.json"))).RootElement;
    private static readonly JsonElement ProfileSchema = Schema.GetProperty("$defs").GetProperty("profile");

    [Fact]
    public void The_schema_has_every_key_and_no_other()
    {
        Assert.Equal(UserFile.Keys.Order(), Names(Schema).Order());
        Assert.Equal(ProfileReader.Keys.Order(), Names(ProfileSchema).Order());
        Assert.Equal(ProfileReader.PriceKeys.Order(), Names(ProfileSchema.GetProperty("properties").GetProperty("prices")).Order());
    }

    [Fact]
    public void The_schema_has_every_kind_and_no_other() => Assert.Equal(
        EndpointKinds.All.Select(kind => kind.Name),
        ProfileSchema.GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()!));

    [Fact]
    public void The_page_explains_every_key_and_every_kind()
    {
        Assert.All(UserFile.Keys.Concat(ProfileReader.Keys).Where(key => key != "$schema"), key => Assert.Contains($"\n| `{key}` |", Page));
        Assert.All(EndpointKinds.All, kind => Assert.Contains($"\n| `{kind.Name}` |", Page));
        Assert.All(EndpointKinds.All.Select(kind => kind.KeyVariable).OfType<string>(), name => Assert.Contains($"`{name}`", Page));
    }

    [Fact]
    public void What_the_page_gives_to_paste_works()
    {
        using var scratch = new Scratch();
        var json = Regex.Match(Page, "```json\n(?<json>.*?)```", RegexOptions.Singleline).Groups["json"].Value;
        Assert.Equal(5, json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(new SchemaCheck(Schema).Accepts(JsonDocument.Parse(json).RootElement));
        var configuration = UserConfiguration.Load(scratch.Write("config.json", json), Path.Combine(scratch.Folder, "none"), new FakeEnvironment());
        Assert.True(configuration.ModelFixes);
        Assert.Equal("qwen2.5-coder:7b", configuration.ResolveProfile("qwen").Model);
    }

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
}
