using System.Text.Json;

namespace CodeAssist.Models.Configuration;

/// <summary>A JSON value that knows its line, so that a complaint about it can name one.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Line">The line it starts on, counted from 1.</param>
internal sealed record JsonSetting(JsonValueKind Kind, int Line)
{
    /// <summary>The text of a string, or a number as written.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>The members of an object, in order.</summary>
    public IReadOnlyList<JsonMember> Members { get; private init; } = [];

    /// <summary>The items of an array, in order.</summary>
    public IReadOnlyList<JsonSetting> Items { get; private init; } = [];

    /// <summary>Reads a document. Comments and trailing commas are welcome: people write these files by hand.</summary>
    /// <exception cref="JsonException">The document is no JSON.</exception>
    public static JsonSetting Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new LineCounter();
        reader.Read();
        var value = Read(ref reader, json, ref lines);
        // Reading on is what finds a second value after the first.
        reader.Read();
        return value;
    }

    private static JsonSetting Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref LineCounter lines)
    {
        var line = lines.LineOf(json, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.LineOf(json, reader.TokenStartIndex);
                    reader.Read();
                    members.Add(new JsonMember(name, nameLine, Read(ref reader, json, ref lines)));
                }

                return new(JsonValueKind.Object, line) { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<JsonSetting>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader, json, ref lines));
                return new(JsonValueKind.Array, line) { Items = items };
            case JsonTokenType.String:
                return new(JsonValueKind.String, line) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, line) { Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True:
                return new(JsonValueKind.True, line);
            case JsonTokenType.False:
                return new(JsonValueKind.False, line);
            default:
                return new(JsonValueKind.Null, line);
        }
    }

    // Positions only grow, so each line break is counted once.
    private struct LineCounter
    {
        private int _position;
        private int _breaks;

        public int LineOf(ReadOnlySpan<byte> json, long position)
        {
            _breaks += json[_position..(int)position].Count((byte)'\n');
            _position = (int)position;
            return _breaks + 1;
        }
    }
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The name's line, counted from 1.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Line, JsonSetting Value);
