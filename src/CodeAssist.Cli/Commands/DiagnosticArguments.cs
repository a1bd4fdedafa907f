using System.Text.RegularExpressions;

namespace CodeAssist.Cli.Commands;

/// <summary>
/// Lets <c>--diagnostic</c> take several IDs (<c>--diagnostic CS0161 CS8618</c>) without swallowing the path that
/// may follow them: each ID gets an option of its own before the line is parsed.
/// </summary>
internal static partial class DiagnosticArguments
{
    private const string Name = "--diagnostic";

    public static List<string> Expand(IReadOnlyList<string> args)
    {
        var expanded = new List<string>(args.Count);
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] != Name && !args[i].StartsWith(Name + "=", StringComparison.Ordinal))
            {
                expanded.Add(args[i]);
                continue;
            }

            if (args[i] == Name && (i + 1 == args.Count || !IsList(args[i + 1])))
            {
                // Left to the parser, which knows what to say.
                expanded.Add(args[i]);
                continue;
            }

            var first = args[i] == Name ? args[++i] : args[i][(Name.Length + 1)..];
            Add(first);
            while (i + 1 < args.Count && IsList(args[i + 1]) && !File.Exists(args[i + 1]) && !Directory.Exists(args[i + 1]))
                Add(args[++i]);
        }

        return expanded;

        void Add(string list)
        {
            foreach (var id in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                expanded.AddRange([Name, id]);
        }
    }

    private static bool IsList(string text) => Ids().IsMatch(text);

    [GeneratedRegex("^[A-Za-z]+[0-9]+(,[A-Za-z]+[0-9]+)*$")]
    private static partial Regex Ids();
}
