using CodeAssist.Testing;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>The page of a rule, cut into its parts.</summary>
internal sealed class RulePage
{
    private RulePage(string heading, IReadOnlyDictionary<string, string> facts, IReadOnlyList<KeyValuePair<string, string>> sections)
    {
        Heading = heading;
        Facts = facts;
        Sections = sections;
    }

    /// <summary>The first line.</summary>
    public string Heading { get; }

    /// <summary>The table under the heading.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>The sections' headings and texts, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Sections { get; }

    /// <summary>The path of a rule's page below the root.</summary>
    public static string PathOf(string id) => $"docs/rules/{id}.md";

    /// <summary>Reads a rule's page.</summary>
    public static RulePage Read(string id)
    {
        var lines = File.ReadAllLines(Repository.PathOf(PathOf(id)));
        var facts = new Dictionary<string, string>();
        var sections = new List<KeyValuePair<string, string>>();
        var text = new List<string>();
        string? section = null;
        var inCode = false;
        foreach (var line in lines.Skip(1))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!inCode && line.StartsWith("## ", StringComparison.Ordinal))
            {
                End();
                section = line[3..].Trim();
            }
            else if (section is not null)
            {
                text.Add(line);
            }
            else if (line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var name, var value])
            {
                facts[name] = value;
            }
        }

        End();
        return new RulePage(lines[0], facts, sections);

        void End()
        {
            if (section is not null)
                sections.Add(new(section, string.Join("\n", text).Trim()));
            text.Clear();
        }
    }

    /// <summary>The text of a section.</summary>
    public string Section(string name) => Sections.Single(section => section.Key == name).Value;

    /// <summary>The one C# example of a section.</summary>
    public string Example(string section)
    {
        var text = Section(section);
        const string Open = "```csharp\n";
        var start = text.IndexOf(Open, StringComparison.Ordinal) + Open.Length;
        var end = text.IndexOf("\n```", start, StringComparison.Ordinal);
        Assert.True(start >= Open.Length && end > start, $"{section} has no csharp example");
        Assert.DoesNotContain("```csharp", text[end..]);
        return text[start..end];
    }
}
