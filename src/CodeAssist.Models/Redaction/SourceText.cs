using System.Text;

namespace CodeAssist.Models.Redaction;

/// <summary>A literal of C#, or several that are added up: its value, and where each character of it stands.</summary>
/// <param name="Start">Where it starts in the text, quotes and their marks included.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Value">What it means; a hole of an interpolated string is <c>{}</c>.</param>
/// <param name="Places">Where each character of the value starts in the text, and then where each ends.</param>
internal sealed record SourceLiteral(int Start, int End, string Value, IReadOnlyList<(int Start, int End)> Places)
{
    /// <summary>Whether the value does not stand in the text as it is: escapes, or several pieces.</summary>
    public bool IsEncoded => Places.Count > 0 && Places[^1].End - Places[0].Start != Value.Length;

    /// <summary>The two as one value.</summary>
    public SourceLiteral Plus(SourceLiteral next) => new(Start, next.End, Value + next.Value, [.. Places, .. next.Places]);

    /// <summary>The parts of the text that mean a part of the value: one for each piece.</summary>
    public IEnumerable<(int Start, int Length)> PartsOf(int start, int length)
    {
        var from = Places[start].Start;
        var to = Places[start].End;
        for (var i = start + 1; i < start + length; i++)
        {
            if (Places[i].Start != to)
            {
                yield return (from, to - from);
                from = Places[i].Start;
            }

            to = Places[i].End;
        }

        yield return (from, to - from);
    }
}

/// <summary>
/// Finds the literals and comments in text that holds C#, and prose around it: what is no literal (an apostrophe, a lone
/// quote) opens none.
/// </summary>
internal sealed class SourceText
{
    // Interpolated strings in the holes of others: deeper ones are read as plain text, which bounds the work.
    private const int Deepest = 4;

    private readonly string _text;
    private readonly List<SourceLiteral> _literals = [];
    private readonly List<(int Start, int Length)> _comments = [];

    // What was read at a place: strings that never end would otherwise be read anew for each that they are thought to hold.
    private readonly Dictionary<(int Position, int Depth), int> _read = [];

    private SourceText(string text)
    {
        _text = text;
        Scan(0, inHole: false, depth: 0);
    }

    /// <summary>The comments.</summary>
    public IReadOnlyList<(int Start, int Length)> Comments => _comments;

    /// <summary>The literals of strings, those that are added up as one.</summary>
    public IReadOnlyList<SourceLiteral> Literals => Joined();

    /// <summary>Reads a text.</summary>
    public static SourceText Of(string text) => new(text);

    private List<SourceLiteral> Joined()
    {
        var joined = new List<SourceLiteral>();
        foreach (var literal in _literals.DistinctBy(literal => (literal.Start, literal.End)).OrderBy(literal => literal.Start))
        {
            // Literals in the holes of the former one stand between the two.
            var former = joined.FindLastIndex(other => other.End <= literal.Start);
            if (former >= 0 && Adds(joined[former], literal))
                joined[former] = joined[former].Plus(literal);
            else
                joined.Add(literal);
        }

        return joined;
    }

    private bool Adds(SourceLiteral first, SourceLiteral second)
    {
        var between = _text.AsSpan(first.End, second.Start - first.End).Trim();
        return between is "+" || (between is "," && _text.AsSpan(0, first.Start).TrimEnd("$@ \t\r\n").EndsWith("Concat(", StringComparison.Ordinal));
    }

    // Reads code; in a hole, up to the brace that closes it. Gives where it stopped, or -1 where a hole never closes.
    private int Scan(int position, bool inHole, int depth)
    {
        var braces = 0;
        while (position < _text.Length)
        {
            var character = _text[position];
            if (inHole && character == '}' && braces-- == 0)
                return position;
            if (inHole && character == '{')
                braces++;
            position = character switch
            {
                '"' or '$' or '@' => Literal(position, depth),
                '\'' => Character(position),
                '/' => Comment(position),
                '#' => Directive(position),
                _ => position + 1,
            };
        }

        return inHole ? -1 : position;
    }

    private int Character(int position)
    {
        if (position + 2 < _text.Length && _text[position + 1] != '\\')
            return _text[position + 2] == '\'' ? position + 3 : position + 1;
        var close = position + 3 < _text.Length ? _text.IndexOf('\'', position + 3, Math.Min(8, _text.Length - position - 3)) : -1;
        return close < 0 ? position + 1 : close + 1;
    }

    // A comment hides no literals: code that was commented out still holds its secrets.
    private int Comment(int position)
    {
        if (position + 1 >= _text.Length || (position > 0 && _text[position - 1] == ':'))
            return position + 1;
        var end = _text[position + 1] switch
        {
            '/' => _text.IndexOf('\n', position),
            '*' => _text.IndexOf("*/", position + 2, StringComparison.Ordinal) is var close and >= 0 ? close : _text.Length,
            _ => position,
        };
        if (end < 0)
            end = _text.Length;
        if (end == position)
            return position + 1;
        _comments.Add((position, end - position));
        for (var i = position; i < end; i++)
        {
            if (_text[i] == '"' && Quoted(i, i + 1, verbatim: false, dollars: 0, Deepest) is var next and >= 0)
                i = next - 1;
        }

        return Math.Max(end, position + 2);
    }

    // What a directive says in words: #region, #error, #warning.
    private int Directive(int position)
    {
        var end = _text.IndexOf('\n', position) is >= 0 and var next ? next : _text.Length;
        var line = _text.AsSpan(position + 1, end - position - 1).TrimStart();
        if (!line.StartsWith("region") && !line.StartsWith("endregion") && !line.StartsWith("error") && !line.StartsWith("warning"))
            return position + 1;
        _comments.Add((position, end - position));
        return end;
    }

    private int Literal(int position, int depth)
    {
        if (!_read.TryGetValue((position, depth), out var end))
            _read[(position, depth)] = end = ReadLiteral(position, depth);
        return end;
    }

    private int ReadLiteral(int position, int depth)
    {
        var quote = position;
        var dollars = 0;
        var verbatim = false;
        for (; quote < _text.Length && _text[quote] is '$' or '@'; quote++)
        {
            dollars += _text[quote] == '$' ? 1 : 0;
            verbatim |= _text[quote] == '@';
        }

        if (quote >= _text.Length || _text[quote] != '"')
            return quote;
        var quotes = 1;
        while (quote + quotes < _text.Length && _text[quote + quotes] == '"')
            quotes++;
        var end = quotes >= 3 && !verbatim
            ? Raw(position, quote + quotes, quotes, dollars, depth)
            : Quoted(position, quote + 1, verbatim, dollars, depth);
        return end < 0 ? quote + 1 : end;
    }

    private int Raw(int start, int position, int quotes, int dollars, int depth)
    {
        var delimiter = new string('"', quotes);
        var open = new string('{', Math.Max(dollars, 1));
        var value = new Value();
        while (position < _text.Length)
        {
            if (string.CompareOrdinal(_text, position, delimiter, 0, quotes) == 0)
                return Close(start, position + quotes, value);
            if (dollars > 0 && depth < Deepest && string.CompareOrdinal(_text, position, open, 0, dollars) == 0)
            {
                var close = Scan(position + dollars, inHole: true, depth + 1);
                if (close < 0)
                    return -1;
                value.Hole(position, close + dollars);
                position = Math.Min(close + dollars, _text.Length);
                continue;
            }

            value.Add(_text[position], position, position + 1);
            position++;
        }

        return -1;
    }

    private int Quoted(int start, int position, bool verbatim, int dollars, int depth)
    {
        var value = new Value();
        while (position < _text.Length)
        {
            var character = _text[position];
            var next = position + 1 < _text.Length ? _text[position + 1] : '\0';
            if (character == '"' && !(verbatim && next == '"'))
                return Close(start, position + 1, value);
            if (!verbatim && (character is '\n' or '\r'))
                return -1;
            if (dollars > 0 && character == '{' && next != '{' && depth < Deepest)
            {
                var close = Scan(position + 1, inHole: true, depth + 1);
                if (close < 0)
                    return -1;
                value.Hole(position, close + 1);
                position = close + 1;
                continue;
            }

            var (meaning, length) = verbatim || character != '\\'
                ? (character.ToString(), (verbatim && character == '"') || (dollars > 0 && (character is '{' or '}') && next == character) ? 2 : 1)
                : Escape(position);
            foreach (var one in meaning)
                value.Add(one, position, position + length);
            position += length;
        }

        return -1;
    }

    // A backslash and what follows it.
    private (string Meaning, int Length) Escape(int position)
    {
        if (position + 1 >= _text.Length)
            return ("\\", 1);
        return _text[position + 1] switch
        {
            'n' => ("\n", 2),
            'r' => ("\r", 2),
            't' => ("\t", 2),
            '0' => ("\0", 2),
            'u' => Hexadecimal(position, 4, 4),
            'U' => Hexadecimal(position, 8, 8),
            'x' => Hexadecimal(position, 1, 4),
            var other => (other.ToString(), 2),
        };
    }

    private (string Meaning, int Length) Hexadecimal(int position, int least, int most)
    {
        var digits = 0;
        var value = 0;
        while (digits < most && position + 2 + digits < _text.Length && char.IsAsciiHexDigit(_text[position + 2 + digits]))
            value = (value << 4) | Convert.ToInt32(_text[position + 2 + digits++].ToString(), 16);
        return digits >= least && value is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)
            ? (char.ConvertFromUtf32(value), 2 + digits)
            : (_text[position + 1].ToString(), 2);
    }

    private int Close(int start, int end, Value value)
    {
        _literals.Add(new SourceLiteral(start, end, value.Text.ToString(), value.Places));
        return end;
    }

    private sealed class Value
    {
        public StringBuilder Text { get; } = new();

        public List<(int Start, int End)> Places { get; } = [];

        public void Add(char character, int start, int end)
        {
            Text.Append(character);
            Places.Add((start, end));
        }

        public void Hole(int start, int end)
        {
            Add('{', start, start + 1);
            Add('}', start + 1, end);
        }
    }
}
