using System.Text.RegularExpressions;
using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Whether the string literals of the flagged code still say what they said.</summary>
internal static class FlaggedWording
{
    private static readonly Regex Placeholder = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Word = new(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The literal that says something else, or null.</summary>
    public static Drift? FindDrift(EffectPairs pairs)
    {
        var wording = pairs.Allowance.Wording;
        if (wording == Wording.Free)
            return null;
        var (old, now) = (Strings(pairs.FlaggedOld), Strings(pairs.FlaggedNew));
        // Where a value gets a place in the text, it may get words around it.
        var isExtended = wording == Wording.WordsAndPlaceholders && Placeholders(now) > Placeholders(old) && IsPart(Words(old), Words(now));
        if (wording == Wording.WordsAndPlaceholders && Ranks(old) is var ranks && Ranks(now) is var newRanks && ranks.Count == newRanks.Count && !ranks.SequenceEqual(newRanks))
            return new Drift(old[0], Vanished: true);
        if (!isExtended && !Words(old).SequenceEqual(Words(now)))
            return new Drift(old.Concat(now).First(effect => Word.IsMatch(Content(effect))), Vanished: true);
        if (wording == Wording.Exact && Characters(old) != Characters(now))
            return new Drift(old.Concat(now).First(), Vanished: true);
        if (wording == Wording.WordsAndPlaceholders && Formats(old).Except(Formats(now)).Any())
            return new Drift(old[0], Vanished: true);
        return wording == Wording.WordsAndPlaceholders && Placeholders(now) < Placeholders(old)
            ? new Drift(old[0], Vanished: true)
            : null;
    }

    private static List<Effect> Strings(IEnumerable<Effect> effects) =>
        effects.Where(effect => effect.Kind == EffectKinds.Literal && (IsOf("string ", effect) || IsOf("char ", effect))).ToList();

    private static bool IsOf(string type, Effect effect) => effect.Text.StartsWith(type, StringComparison.Ordinal);

    private static string Content(Effect effect) => effect.Text.Substring(effect.Text.IndexOf(' ') + 1);

    private static IEnumerable<string> Words(List<Effect> strings) =>
        strings.SelectMany(effect => Word.Matches(Placeholder.Replace(Content(effect), " ")).Cast<Match>()).Select(match => match.Value);

    private static bool IsPart(IEnumerable<string> some, IEnumerable<string> all)
    {
        var left = new Queue<string>(some);
        foreach (var word in all)
        {
            if (left.Count > 0 && left.Peek() == word)
                left.Dequeue();
        }

        return left.Count == 0;
    }

    // The order in which the values stand in the text, whatever their numbers are.
    private static List<int> Ranks(List<Effect> strings)
    {
        var numbers = strings.SelectMany(effect => Placeholder.Matches(effect.Text.Replace("{{", string.Empty).Replace("}}", string.Empty)).Cast<Match>()).Select(match => match.Value.Trim('{', '}').Split(',', ':')[0]).Where(number => int.TryParse(number, out _)).Select(int.Parse).ToList();
        var sorted = numbers.Distinct().OrderBy(number => number).ToList();
        return numbers.ConvertAll(sorted.IndexOf);
    }

    private static string Characters(List<Effect> strings) =>
        Placeholder.Replace(string.Concat(strings.Where(effect => !MadeUpValues.IsThrown(effect)).Select(Content)), string.Empty);

    // How the values are written, whichever they are: the alignment and the format behind the number.
    private static IEnumerable<string> Formats(List<Effect> strings) =>
        strings.SelectMany(effect => Placeholder.Matches(effect.Text).Cast<Match>()).Select(match => match.Value.Trim('{', '}').TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Where(format => format.Length > 1 && format[0] is ',' or ':');

    private static int Placeholders(List<Effect> strings) =>
        strings.SelectMany(effect => Placeholder.Matches(effect.Text).Cast<Match>()).Select(match => match.Value).Distinct().Count();
}
