using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Gate.Corpus.Tests;

/// <summary>
/// Reads the cases. A file begins with lines <c>key: value</c> and goes on with sections that begin with a line
/// <c>=== name</c>: <c>before</c> (the flagged code may be marked by <c>[|</c> and <c>|]</c>), then <c>after</c>,
/// <c>reply</c>, or pairs of <c>replace</c> and <c>with</c> that make the file after of the file before;
/// <c>file NAME</c> is a further file.
/// Keys: <c>id</c>; <c>check</c> (several may fit); <c>options</c> (<c>crlf tabs bom docs sdk checked</c>, and the sets of analyzers
/// <c>style meziantou nunit roslynator sonar vsthrd xunit</c>);
/// <c>cost</c> (why the gate rejects this good repair all the same); <c>miss</c> (why it accepts this bad one);
/// <c>flavours</c> (preprocessor symbols, flavours parted by <c>|</c>); <c>warnings</c>;
/// <c>of</c>: the good case whose world this is, whose edit is made first, unless <c>from: before</c> says otherwise.
/// </summary>
internal static class CorpusReader
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Cases");

    private static readonly string[] ForeignSets = ["style", "meziantou", "nunit", "roslynator", "sonar", "vsthrd", "xunit"];

    public static IReadOnlyList<CorpusCase> All { get; } = ReadAll();

    private static IReadOnlyList<CorpusCase> ReadAll()
    {
        var files = Directory.GetFiles(Root, "*.case", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var good = files.Where(IsGood).Select(file => Read(file, [])).ToDictionary(read => read.Name);
        return [.. good.Values, .. files.Where(file => !IsGood(file)).Select(file => Read(file, good))];
    }

    private static bool IsGood(string file) => Path.GetRelativePath(Root, file).StartsWith("Good", StringComparison.Ordinal);

    private static CorpusCase Read(string file, Dictionary<string, CorpusCase> bases)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            return Read(name, Path.GetFileName(Path.GetDirectoryName(file)!).ToLowerInvariant(), IsGood(file), File.ReadAllText(file).ReplaceLineEndings("\n"), bases);
        }
        catch (Exception exception) when (exception is InvalidDataException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }

    private static CorpusCase Read(string name, string kind, bool isGood, string text, Dictionary<string, CorpusCase> bases)
    {
        var (keys, sections) = Split(text);
        var origin = keys.TryGetValue("of", out var of) ? bases[of] : null;
        var before = origin?.Before ?? sections.Single(section => section.Name == "before").Text;
        var marked = origin?.Marked;
        if (origin is null && before.IndexOf("[|", StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = before.IndexOf("|]", StringComparison.Ordinal);
            marked = TextSpan.FromBounds(open, close - 2);
            before = before.Remove(close, 2).Remove(open, 2);
        }

        var reply = sections.SingleOrDefault(section => section.Name == "reply").Text;
        var after = reply is not null ? null
            : sections.SingleOrDefault(section => section.Name == "after").Text
            ?? Replaced(origin is not null && !keys.ContainsKey("from") ? origin.After! : before, sections);
        var options = origin?.Options ?? OptionsOf(keys);
        var checks = isGood ? [] : Words(keys["check"]);
        return new CorpusCase(
            name, kind, isGood, keys.GetValueOrDefault("id") ?? origin?.Id, marked, before, after, reply, checks, options,
            origin?.Files ?? [.. sections.Where(section => section.Name.StartsWith("file ", StringComparison.Ordinal)).Select(section => (section.Name[5..], section.Text))])
        {
            Cost = keys.GetValueOrDefault(isGood ? "cost" : "miss"),
        };
    }

    private static string Replaced(string text, List<(string Name, string Text)> sections)
    {
        var replaced = false;
        for (var i = 0; i + 1 < sections.Count; i++)
        {
            if (sections[i].Name != "replace")
                continue;
            var old = sections[i].Text.TrimEnd('\n');
            var at = text.IndexOf(old, StringComparison.Ordinal);
            if (at < 0 || text.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
                throw new InvalidDataException($"'{old}' must stand exactly once in the file.");
            text = text[..at] + sections[i + 1].Text.TrimEnd('\n') + text[(at + old.Length)..];
            replaced = true;
        }

        return replaced ? text : throw new InvalidDataException("The case has no edit.");
    }

    private static (Dictionary<string, string> Keys, List<(string Name, string Text)> Sections) Split(string text)
    {
        var keys = new Dictionary<string, string>();
        var sections = new List<(string Name, string Text)>();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
                sections.Add((line[4..].Trim(), string.Empty));
            else if (sections.Count > 0)
                sections[^1] = (sections[^1].Name, sections[^1].Text + line + "\n");
            else if (line.Split(": ", 2) is [var key, var value])
                keys.Add(key, value.Trim());
            else if (line.Length > 0)
                throw new InvalidDataException($"'{line}' is no key.");
        }

        // The line that ends a section belongs to the next one's head.
        return (keys, [.. sections.Select(section => (section.Name, Escaped(section.Text.TrimEnd('\n') + "\n")))]);
    }

    // Characters that no editor shows are written as escapes.
    private static string Escaped(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"\{U\+([0-9A-F]{4})\}", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static CorpusOptions OptionsOf(Dictionary<string, string> keys)
    {
        var words = Words(keys.GetValueOrDefault("options") ?? string.Empty);
        if (words.Except(["crlf", "tabs", "bom", "docs", "sdk", "checked", .. ForeignSets]).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"'{unknown}' is no option.");
        return new CorpusOptions
        {
            Crlf = words.Contains("crlf"),
            Tabs = words.Contains("tabs"),
            Bom = words.Contains("bom"),
            SdkAnalyzers = words.Contains("sdk"),
            Foreign = [.. words.Intersect(ForeignSets)],
            Docs = words.Contains("docs"),
            Checked = words.Contains("checked"),
            Flavours = [.. (keys.GetValueOrDefault("flavours") ?? string.Empty).Split('|').Select(Words)],
            Warnings = Words(keys.GetValueOrDefault("warnings") ?? string.Empty),
        };
    }

    private static IReadOnlyList<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
