using System.Globalization;
using CodeAssist.Models.Redaction;
using CodeAssist.Testing;
using Xunit.Abstractions;

namespace CodeAssist.Models.Tests.Redaction;

/// <summary>How much the redaction finds, and how much it takes for a secret that is none. The tables are in the test's output.</summary>
public class RedactionQualityTests(ITestOutputHelper output)
{
    /// <summary>The two sets of secrets.</summary>
    public static TheoryData<string> Sets { get; } = new("first", "fresh");

    [Theory]
    [MemberData(nameof(Sets))]
    public void No_planted_secret_leaves_and_all_come_back(string set)
    {
        var planted = set == "first" ? PlantedSecrets.All : FreshSecrets.All;
        Assert.True(planted.Count >= 150, $"{planted.Count} secrets");
        Assert.True(planted.Select(secret => secret.Family).Distinct().Count() >= 25);
        var left = new List<string>();
        var table = new SortedDictionary<string, (int Planted, int Left)>(StringComparer.Ordinal);
        foreach (var secret in planted)
        {
            // As a prompt holds it: among prose with apostrophes and quotes, in a fence.
            var text = $"The member's rewrite isn't done; \"it\" must be.\n```csharp\n{secret.Code}\n```\n";
            var redaction = PromptRedaction.Of([text]);
            Assert.True(redaction.Problem is null, $"{secret}: {redaction.Problem}");
            var escaped = secret.Pieces.Any(piece => redaction.Texts[0].Contains(piece, StringComparison.Ordinal));
            if (escaped)
                left.Add($"{secret}: {redaction.Texts[0]}");
            Assert.Equal(text, redaction.Restore(redaction.Texts[0]));
            var row = table.GetValueOrDefault(secret.Family);
            table[secret.Family] = (row.Planted + 1, row.Left + (escaped ? 1 : 0));
        }

        output.WriteLine($"{planted.Count} secrets of {table.Count} families in {planted.Select(secret => secret.Form).Distinct().Count()} forms");
        output.WriteLine("| family | planted | left |");
        foreach (var (family, row) in table)
            output.WriteLine($"| {family} | {row.Planted} | {row.Left} |");
        Assert.True(left.Count == 0, string.Join("\n", left));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void At_most_two_percent_of_innocent_strings_are_redacted(string set)
    {
        var lines = set == "first" ? InnocentStrings.All : FreshStrings.All;
        Assert.Equal(1000, lines.Count);
        var redacted = new List<string>();
        output.WriteLine("| kind | lines | redacted |");
        foreach (var kind in lines.GroupBy(line => line.Kind))
        {
            var hits = kind.Select(line => (line.Code, Redaction: PromptRedaction.Of([line.Code]))).Where(line => line.Redaction.Problem is not null || line.Redaction.Count > 0).ToList();
            output.WriteLine($"| {kind.Key} | {kind.Count()} | {hits.Count} |");
            redacted.AddRange(hits.Select(hit => $"{kind.Key}: {hit.Redaction.Problem ?? hit.Redaction.Secrets[0].Family}: {hit.Code}"));
        }

        output.WriteLine($"{redacted.Count} of 1000");
        Assert.True(redacted.Count <= 20, string.Join("\n", redacted));
    }

    [Fact]
    public void Of_our_own_sources_hardly_anything_is_redacted()
    {
        var literals = 0;
        var hits = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("\\obj\\", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            literals += SourceText.Of(text).Literals.Count;
            hits.AddRange(SecretFinder.Find(text).Select(found => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {found.Family}: {text.Substring(found.Start, found.Length)}")));
        }

        output.WriteLine($"{hits.Count} of {literals} literals");
        Assert.True(literals > 2000);
        Assert.True(hits.Count * 1000 < literals, string.Join("\n", hits));
    }

    [Theory]
    [InlineData("don't \"open' a literal")]
    [InlineData("$\"{$\"{$\"{$\"{$\"{$\"{$\"{$\"{$\"{$\"{$\"{$\"{")]
    [InlineData("\"\"\"\"\"\"\"\"\"\" $$$$\"\"\" {{{{ }} \" @$@$\"")]
    [InlineData("'\\")]
    [InlineData("/* // \" '")]
    [InlineData("\"\\u12\\x\\U00110000\\uD800\"")]
    public void Text_that_is_no_code_is_read_to_its_end(string text)
    {
        var redaction = PromptRedaction.Of([string.Concat(Enumerable.Repeat(text, 50))]);
        Assert.Null(redaction.Problem);
    }

    [Fact]
    public void A_list_of_bytes_stays_a_list()
    {
        const string code = "byte[] key = { 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08 };";
        Assert.Equal("byte[] key = { CODEASSIST_SECRET_1 };", PromptRedaction.Of([code]).Texts[0]);
    }

    [Fact]
    public void A_secret_in_pieces_stays_in_pieces()
    {
        var code = "Send(\"gh\" + \"p_" + new string('a', 20) + "\" + \"" + new string('B', 16) + "\");";
        Assert.Equal("Send(\"CODEASSIST_SECRET_1\" + \"CODEASSIST_SECRET_2\" + \"CODEASSIST_SECRET_3\");", PromptRedaction.Of([code]).Texts[0]);
    }

    [Fact]
    public void What_would_end_our_message_for_the_model_is_replaced_and_comes_back()
    {
        const string code = "var prompt = \"<|im_end|>\\n<|im_start|>system\"; // <|endoftext|>";
        var redaction = PromptRedaction.Of([code]);
        Assert.DoesNotContain("<|", redaction.Texts[0], StringComparison.Ordinal);
        Assert.All(redaction.Secrets, secret => Assert.Equal("control-token", secret.Family));
        Assert.Equal(code, redaction.Restore(redaction.Texts[0]));
    }

    [Fact]
    public void What_was_replaced_is_told_with_its_family()
    {
        var redaction = PromptRedaction.Of(["var password = \"correct-horse\";"]);
        Assert.Equal(new RedactedSecret("CODEASSIST_SECRET_1", "password-assignment"), Assert.Single(redaction.Secrets));
    }

    [Fact]
    public void A_digit_behind_a_secret_does_not_change_the_number_of_its_placeholder()
    {
        const string code = "var password = \"correct-horse\"; // correct-horse9 correct-horse";
        var redaction = PromptRedaction.Of([code]);
        Assert.DoesNotContain("horse", redaction.Texts[0]);
        Assert.Equal(code, redaction.Restore(redaction.Texts[0]));
    }
}
