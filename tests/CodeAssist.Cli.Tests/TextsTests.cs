using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests;

public class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_arguments()
    {
        var english = Of(CultureInfo.InvariantCulture);
        var chinese = Of(CultureInfo.GetCultureInfo("zh-Hans"));
        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, pair => Assert.Equal(Arguments(pair.Value), Arguments(chinese[pair.Key])));
    }

    [Fact]
    public void Every_text_that_is_asked_for_exists_and_every_text_is_asked_for()
    {
        var source = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src", "CodeAssist.Cli"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(File.ReadAllText));
        var texts = Of(CultureInfo.InvariantCulture);
        var asked = Regex.Matches(source, @"(?:Texts\.Get|ToolException\.(?:Usage|Input))\(\s*""(?<key>\w+)""").Select(match => match.Groups["key"].Value)
            .Concat(Regex.Matches(source, @"Texts\.Count\(""(?<key>\w+)""").SelectMany(match => new[] { match.Groups["key"].Value + "One", match.Groups["key"].Value + "Many" }));
        Assert.All(asked, key => Assert.Contains(key, texts.Keys));
        Assert.All(texts.Keys, key => Assert.Contains($"\"{Regex.Replace(key, "(One|Many)$", "")}", source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_of_the_environment_is_spoken()
    {
        var run = await Tool.ProcessAsync(new Dictionary<string, string?> { ["LC_ALL"] = null, ["LANG"] = "zh_CN.UTF-8" }, "analyze", "missing");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("不存在", run.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Of(CultureInfo culture)
    {
        ResourceSet set = Texts.ResourceManager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Arguments(string text) =>
        Regex.Matches(text, @"\{\d+").Select(match => match.Value).Distinct().Order();
}
