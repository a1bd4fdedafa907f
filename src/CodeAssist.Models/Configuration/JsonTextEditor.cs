using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAssist.Models.Configuration;

/// <summary>
/// Changes single members of a JSON text and leaves the rest as somebody wrote it: comments, order, indentation.
/// </summary>
internal sealed class JsonTextEditor
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions Writing = new(PromptJsonOptions()) { WriteIndented = true };

    private byte[] _json;

    /// <summary>An editor of a text that is a JSON object; comments and trailing commas are welcome.</summary>
    public JsonTextEditor(ReadOnlySpan<byte> json) => _json = json.ToArray();

    /// <summary>The text as it is now.</summary>
    public ReadOnlySpan<byte> Text => _json;

    /// <summary>Whether there is a member.</summary>
    public bool Has(params ReadOnlySpan<string> path) => Locate(path) is Place.Found;

    /// <summary>Gives a member a value; it and the objects around it are made where they are missing.</summary>
    public void Set(JsonNode value, params ReadOnlySpan<string> path)
    {
        switch (Locate(path))
        {
            case Place.Found found:
                Replace(found.ValueStart, found.ValueEnd, Indented(value, path.Length));
                break;
            case Place.Missing missing:
                for (var i = path.Length - 1; i > missing.Depth; i--)
                    value = new JsonObject { [path[i]] = value };
                Insert(missing, $"{JsonSerializer.Serialize(path[missing.Depth], Writing)}: {Indented(value, missing.Depth + 1)}");
                break;
        }
    }

    /// <summary>Takes a member out; false where there is none.</summary>
    public bool Remove(params ReadOnlySpan<string> path)
    {
        if (Locate(path) is not Place.Found found)
            return false;
        var comma = Comma(found.ValueEnd);
        var end = comma >= 0 ? comma + 1 : found.ValueEnd;
        var start = StartWithIndent(found.NameStart);
        Replace(start, end, string.Empty);
        // The last member leaves the comma before it behind.
        if (comma < 0 && found.PreviousEnd >= 0 && Comma(found.PreviousEnd) is >= 0 and var before && before < start)
            Replace(before, before + 1, string.Empty);
        return true;
    }

    private static JsonSerializerOptions PromptJsonOptions() => Endpoints.PromptJson.Options;

    private static string Indented(JsonNode value, int depth) =>
        value.ToJsonString(Writing).ReplaceLineEndings("\n").Replace("\n", "\n" + Indent(depth), StringComparison.Ordinal);

    private static string Indent(int depth) => new(' ', 2 * depth);

    private void Insert(Place.Missing place, string member)
    {
        var indent = Indent(place.Depth + 1);
        if (place.LastEnd < 0)
        {
            // An object that holds nothing, or nothing but comments.
            var inner = Encoding.UTF8.GetString(_json, place.Open + 1, place.Close - place.Open - 1);
            var start = string.IsNullOrWhiteSpace(inner) ? place.Open + 1 : place.Open + 1 + Encoding.UTF8.GetByteCount(inner.TrimEnd());
            Replace(start, place.Close, $"\n{indent}{member}\n{Indent(place.Depth)}");
            return;
        }

        var comma = Comma(place.LastEnd);
        var after = comma >= 0 ? comma + 1 : place.LastEnd;
        var end = EndOfLine(after, place.Close);
        if (end == place.Close)
            Replace(after, end, $"\n{indent}{member}\n{Indent(place.Depth)}");
        else
            Replace(end, end, $"\n{indent}{member}");
        if (comma < 0)
            Replace(place.LastEnd, place.LastEnd, ",");
    }

    private void Replace(int start, int end, string text) =>
        _json = [.. _json.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. _json.AsSpan(end)];

    // The end of the line, where nothing but a comment is left on it; what else may follow starts a member's own line.
    private int EndOfLine(int position, int close)
    {
        var rest = _json.AsSpan(position, close - position);
        var line = rest.IndexOf((byte)'\n');
        var text = Encoding.UTF8.GetString(line < 0 ? rest : rest[..line]);
        if (text.TrimStart().StartsWith("//", StringComparison.Ordinal) && line >= 0)
            return position + line;
        return string.IsNullOrWhiteSpace(text) && line < 0 ? close : position;
    }

    private int StartWithIndent(int position)
    {
        while (position > 0 && _json[position - 1] is (byte)' ' or (byte)'\t')
            position--;
        if (position > 0 && _json[position - 1] == '\n')
            position--;
        if (position > 0 && _json[position - 1] == '\r')
            position--;
        return position;
    }

    // The comma after a value, past whitespace and comments; -1 where none follows.
    private int Comma(int position)
    {
        while (position < _json.Length)
        {
            var rest = _json.AsSpan(position);
            if (rest.StartsWith("//"u8))
                position += rest.IndexOf((byte)'\n') is >= 0 and var line ? line : rest.Length;
            else if (rest.StartsWith("/*"u8))
                position += rest.IndexOf("*/"u8) is >= 0 and var end ? end + 2 : rest.Length;
            else if (rest[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                position++;
            else
                return rest[0] == ',' ? position : -1;
        }

        return -1;
    }

    private Place Locate(ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(_json, Reading);
        reader.Read();
        return LocateIn(ref reader, path, 0);
    }

    private static Place LocateIn(ref Utf8JsonReader reader, ReadOnlySpan<string> path, int depth)
    {
        var open = (int)reader.TokenStartIndex;
        var last = -1;
        Place.Found? found = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var isWanted = reader.ValueTextEquals(path[depth]);
            reader.Read();
            if (isWanted && depth < path.Length - 1 && reader.TokenType == JsonTokenType.StartObject)
                return LocateIn(ref reader, path, depth + 1);
            var valueStart = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isWanted)
                found = new Place.Found(nameStart, valueStart, (int)reader.BytesConsumed, last);
            last = (int)reader.BytesConsumed;
        }

        return found is not null ? found : new Place.Missing(depth, open, last, (int)reader.TokenStartIndex);
    }

    /// <summary>Where a member is, or where it would be.</summary>
    private abstract record Place
    {
        /// <param name="NameStart">Where the name begins.</param>
        /// <param name="ValueStart">Where the value begins.</param>
        /// <param name="ValueEnd">The end of the value.</param>
        /// <param name="PreviousEnd">The end of the member before it; -1 where it is the first.</param>
        public sealed record Found(int NameStart, int ValueStart, int ValueEnd, int PreviousEnd) : Place;

        /// <param name="Depth">How many objects of the path there are.</param>
        /// <param name="Open">The opening brace of the innermost of them.</param>
        /// <param name="LastEnd">The end of its last member; -1 where it has none.</param>
        /// <param name="Close">Its closing brace.</param>
        public sealed record Missing(int Depth, int Open, int LastEnd, int Close) : Place;
    }
}
