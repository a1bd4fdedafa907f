using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace CodeAssist.Testing;

/// <summary>Holds an assembly's texts in English and Simplified Chinese together.</summary>
public static class Translations
{
    /// <summary>What one language has and the other lacks: a text, or an argument of a text. None where both say the same.</summary>
    public static IReadOnlyList<string> Differences(ResourceManager texts)
    {
        var english = Texts(texts, CultureInfo.InvariantCulture);
        var chinese = Texts(texts, CultureInfo.GetCultureInfo("zh-Hans"));
        return
        [
            .. english.Keys.Except(chinese.Keys).Select(key => $"{key}: not in Chinese"),
            .. chinese.Keys.Except(english.Keys).Select(key => $"{key}: not in English"),
            .. english.Keys.Intersect(chinese.Keys).Where(key => !Arguments(english[key]).SequenceEqual(Arguments(chinese[key]))).Select(key => $"{key}: other arguments"),
        ];
    }

    /// <summary>The texts of one language by their keys.</summary>
    public static IReadOnlyDictionary<string, string> Texts(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Arguments(string text) =>
        Regex.Matches(text, @"\{\d+").Select(match => match.Value).Distinct().Order();
}
