using System.Reflection;
using CodeAssist.Cli.Loading;

namespace CodeAssist.Cli.Explaining;

/// <summary>The page of one of our rules as it stands in <c>docs/rules</c>: the tool carries the pages with it.</summary>
/// <param name="Text">The whole page, in Markdown.</param>
internal sealed record RulePage(string Text)
{
    private const string Prefix = "CodeAssist.Cli.Pages.";

    /// <summary>The IDs that have a page.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    private static Assembly Assembly => typeof(RulePage).Assembly;

    /// <summary>The page of an ID or of a rule's name, in any case; null where it is none of our rules'.</summary>
    public static (string Id, RulePage Page)? Find(string idOrName)
    {
        var id = Ids.FirstOrDefault(id => id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || idOrName.Equals(OwnAnalyzers.NameOf(id), StringComparison.OrdinalIgnoreCase));
        return id is null ? null : (id, Of(id));
    }

    /// <summary>The text of a section; empty where the page has none of this name.</summary>
    public string Section(string name)
    {
        var start = Text.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        if (start < 0)
            return string.Empty;
        var body = Text[(Text.IndexOf('\n', start + 1) + 1)..];
        return (body.IndexOf("\n## ", StringComparison.Ordinal) is >= 0 and var end ? body[..end] : body).Trim();
    }

    /// <summary>What the table under the heading says of a name.</summary>
    public string Fact(string name) =>
        Text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(cells => cells is [var first, _] && first == name)?[1] ?? string.Empty;

    private static RulePage Of(string id)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(Prefix + id) ?? throw new InvalidOperationException(id));
        return new RulePage(reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd() + "\n");
    }
}
