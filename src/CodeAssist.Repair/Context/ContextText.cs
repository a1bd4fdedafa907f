using System.Text;

namespace CodeAssist.Repair.Context;

/// <summary>The context of a prompt within its limit of tokens: one line for each type, with those of its members that matter.</summary>
/// <param name="heading">What stands above it.</param>
/// <param name="limit">How many tokens, by <see cref="TokenEstimator"/>, the text may have.</param>
internal sealed class ContextText(string heading, int limit)
{
    private readonly List<(string Type, List<string> Members)> _types = [];
    private readonly List<string> _lines = [];
    private int _tokens = TokenEstimator.Estimate(heading);

    /// <summary>Whether there is room for a section.</summary>
    public bool Holds(Section section) => _tokens + Cost(section) <= limit;

    /// <summary>Adds a section; the first of a type opens the type's line.</summary>
    public void Add(Section section)
    {
        _tokens += Cost(section);
        if (section.Type is not { } type)
            _lines.Add(section.Text);
        else if (_types.FindIndex(known => known.Type == type) is >= 0 and var index)
            _types[index].Members.Add(section.Text);
        else
            _types.Add((type, [section.Text]));
    }

    /// <summary>The text; empty where nothing was added.</summary>
    public override string ToString()
    {
        if (_types.Count + _lines.Count == 0)
            return string.Empty;
        var text = new StringBuilder(heading);
        foreach (var (type, members) in _types)
            text.Append(type).Append(": ").Append(string.Join("; ", members)).Append('\n');
        foreach (var line in _lines)
            text.Append(line).Append('\n');
        return text.ToString();
    }

    // What joins a section to the one before it (a semicolon, a line's end) is one token, the colon after a type another.
    private int Cost(Section section) =>
        TokenEstimator.Estimate(section.Text) + 1
        + (section.Type is { } type && _types.All(known => known.Type != type) ? TokenEstimator.Estimate(type) + 1 : 0);
}
