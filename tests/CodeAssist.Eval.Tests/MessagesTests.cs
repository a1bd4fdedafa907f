using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace CodeAssist.Eval.Tests;

public class MessagesTests
{
    [Fact]
    public void Both_languages_have_the_same_messages_with_the_same_arguments()
    {
        var english = Texts(CultureInfo.InvariantCulture);
        var chinese = Texts(CultureInfo.GetCultureInfo("zh-Hans"));
        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, pair => Assert.Equal(Arguments(pair.Value), Arguments(chinese[pair.Key])));
    }

    private static Dictionary<string, string> Texts(CultureInfo culture)
    {
        ResourceSet set = Messages.ResourceManager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Arguments(string text) =>
        Regex.Matches(text, @"\{\d+").Select(match => match.Value).Distinct().Order();
}
