using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAssist.Eval;

/// <summary>Reads files with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>The objects of a file; empty lines are passed over.</summary>
    /// <exception cref="EvalDataException">The file cannot be read, or a line is no object.</exception>
    public static IEnumerable<JsonLine> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalDataException(Messages.Get("FileUnreadable", path, exception.Message));
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
                yield return new JsonLine(Parse(path, i + 1, lines[i]), path, i + 1);
        }
    }

    private static JsonObject Parse(string path, int number, string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw new EvalDataException(Messages.Get("LineNoObject", path, number));
        }
        catch (JsonException)
        {
            throw new EvalDataException(Messages.Get("LineNoObject", path, number));
        }
    }
}

/// <summary>One line of a file.</summary>
internal sealed class JsonLine(JsonObject content, string path, int number)
{
    /// <summary>The whole object.</summary>
    public JsonObject Content => content;

    /// <summary>Whether there is such a member.</summary>
    public bool Has(string name) => content.ContainsKey(name);

    /// <summary>The text of a member.</summary>
    /// <exception cref="EvalDataException">There is none.</exception>
    public string Text(string name) =>
        content[name] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw new EvalDataException(Messages.Get("LineWithoutMember", path, number, name));

    /// <summary>The text of a member; null where there is none.</summary>
    public string? OptionalText(string name) => Has(name) ? Text(name) : null;
}
