using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What a diagnostic says: the names that it quotes, and its words.</summary>
internal static class TargetWords
{
    private static readonly Regex Names = new(@"'([^']+)'", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The last names that a diagnostic's message quotes.</summary>
    public static IReadOnlyCollection<string> Quoted(Diagnostic target)
    {
        var quoted = Names.Matches(target.GetMessage(CultureInfo.InvariantCulture)).Cast<Match>().Select(match => match.Groups[1].Value);
        return [.. quoted.Select(name => name.Substring(name.LastIndexOf('.') + 1)), target.Location.SourceTree?.GetText().ToString(target.Location.SourceSpan) ?? string.Empty];
    }

    /// <summary>The words of a diagnostic's message and title.</summary>
    public static IReadOnlyCollection<string> Words(Diagnostic target) =>
        new HashSet<string>(Regex.Split(target.GetMessage(CultureInfo.InvariantCulture) + " " + target.Descriptor.Title.ToString(CultureInfo.InvariantCulture), @"\W+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
