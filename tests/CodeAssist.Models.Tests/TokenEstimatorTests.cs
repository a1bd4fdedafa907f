using CodeAssist.Repair.Context;
using CodeAssist.Testing;
using Microsoft.ML.Tokenizers;
using Xunit.Abstractions;

namespace CodeAssist.Models.Tests;

/// <summary>
/// The estimate that decides about budgets, held against real tokenizers: OpenAI's, whose vocabularies come as packages.
/// Qwen's own comes with its weights; it splits numbers into single digits, which is the one way in which it needs more.
/// </summary>
public class TokenEstimatorTests(ITestOutputHelper output)
{
    public static TheoryData<string> Vocabularies { get; } = new("o200k_base", "cl100k_base");

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void The_estimate_is_never_below_the_count_of_a_file(string vocabulary)
    {
        var tokenizer = TiktokenTokenizer.CreateForEncoding(vocabulary);
        var below = new List<string>();
        var (estimated, counted, files) = (0L, 0L, 0);
        foreach (var file in Sources())
        {
            var text = File.ReadAllText(file);
            var (estimate, count) = (TokenEstimator.Estimate(text), tokenizer.CountTokens(text));
            (estimated, counted, files) = (estimated + estimate, counted + count, files + 1);
            if (estimate < count)
                below.Add($"{file}: {estimate} < {count}");
        }

        output.WriteLine($"{vocabulary}: {files} files, {counted} tokens, {estimated} estimated: {(double)estimated / counted:0.00} times as many");
        Assert.True(files > 300);
        Assert.True(below.Count == 0, string.Join("\n", below));
    }

    [Theory]
    [InlineData("var 变量 = \"汉字和标点，。！\"; // 请修复这个诊断")]
    [InlineData("0123456789 1_000_000 0xDEADBEEF 3.14159265358979")]
    [InlineData("\t\t\t\tif (x)\r\n\t\t\t\t{\r\n\t\t\t\t}\r\n")]
    [InlineData("üñíçødé Ω≈ç√∫ 😀😀👨‍👩‍👧")]
    [InlineData("AKIAIOSFODNN7EXAMPLE aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5z")]
    [InlineData("x=>y??=z!?.w[^1..]<<=>>>=&&||::")]
    public void The_estimate_is_never_below_the_count_of_what_is_unusual(string text)
    {
        foreach (var vocabulary in (string[])["o200k_base", "cl100k_base"])
        {
            var count = TiktokenTokenizer.CreateForEncoding(vocabulary).CountTokens(text);
            Assert.True(TokenEstimator.Estimate(text) >= count, $"{TokenEstimator.Estimate(text)} < {count}: {text}");
        }
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
