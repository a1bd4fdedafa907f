using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeAssist.Models.Tests;

/// <summary>
/// Judges JSON by a JSON schema: the keywords that our schema uses, and an error for any other, so that none is passed
/// over.
/// </summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "default"];

    /// <summary>Whether a value is valid.</summary>
    public bool Accepts(JsonElement value) => Accepts(root, value);

    private bool Accepts(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().Where(keyword => !Annotations.Contains(keyword.Name)).All(keyword => Accepts(schema, keyword, value));

    private bool Accepts(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "$ref" => Accepts(Referenced(keyword.Value.GetString()!), value),
        "type" => Types(keyword.Value).Any(type => IsOf(type, value)),
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "not" => !Accepts(keyword.Value, value),
        "allOf" => keyword.Value.EnumerateArray().All(part => Accepts(part, value)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal(),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "propertyNames" => Members(value).All(member => Accepts(keyword.Value, JsonSerializer.SerializeToElement(member.Name))),
        "properties" => Members(value).All(member => !keyword.Value.TryGetProperty(member.Name, out var part) || Accepts(part, member.Value)),
        "additionalProperties" => Members(value).Where(member => !Declares(schema, member.Name)).All(member => keyword.Value.ValueKind switch
        {
            JsonValueKind.False => false,
            JsonValueKind.True => true,
            _ => Accepts(keyword.Value, member.Value),
        }),
        var unknown => throw new NotSupportedException(unknown),
    };

    private JsonElement Referenced(string path) =>
        path.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));

    private static bool Declares(JsonElement schema, string name) => schema.TryGetProperty("properties", out var known) && known.TryGetProperty(name, out _);

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static IEnumerable<string> Types(JsonElement types) =>
        types.ValueKind == JsonValueKind.String ? [types.GetString()!] : types.EnumerateArray().Select(type => type.GetString()!);

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.Truncate(value.GetDecimal()) == value.GetDecimal(),
        _ => throw new NotSupportedException(type),
    };
}
