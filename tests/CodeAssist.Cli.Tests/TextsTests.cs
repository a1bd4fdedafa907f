using System.Globalization;
using System.Text.RegularExpressions;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests;

public class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_arguments() =>
        Assert.Empty(Translations.Differences(Texts.ResourceManager));

    [Fact]
    public void Every_text_that_is_asked_for_exists_and_every_text_is_asked_for()
    {
        var source = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src", "CodeAssist.Cli"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(File.ReadAllText));
        var texts = Translations.Texts(Texts.ResourceManager, CultureInfo.InvariantCulture);
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
}
