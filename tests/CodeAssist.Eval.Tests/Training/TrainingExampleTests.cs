using CodeAssist.Eval.Repairing;
using CodeAssist.Eval.Tests.Repairing;
using CodeAssist.Eval.Training;
using CodeAssist.Repair;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Tests.Training;

[Collection(nameof(TrialTests))]
public class TrainingExampleTests(Suite suite)
{
    private const string Key = "AKIAQ3EGRIWGZJZ5QX7L";

    [Fact]
    public async Task It_is_the_prompt_and_the_reply_that_makes_the_fix()
    {
        var each = Suite.Case("swapped-arguments-ledger");
        var request = await suite.Trial.RequestAsync(each, CancellationToken.None);

        var messages = (await TrainingExample.OfAsync(request, SourceText.From(each.Reference), CancellationToken.None))!.Value;

        Assert.Equal(["system", "user", "assistant"], messages.Select(message => message.Role));
        Assert.Contains("CDA1006", messages[1].Content, StringComparison.Ordinal);
        Assert.Equal(each.Reference, ReplyEditor.Apply(request, messages[2].Content).NewText!.ToString());
    }

    [Fact]
    public async Task A_using_directive_is_part_of_the_reply()
    {
        var each = Suite.Case("swapped-arguments-ledger");
        var request = await suite.Trial.RequestAsync(each, CancellationToken.None);

        var messages = (await TrainingExample.OfAsync(request, SourceText.From("using System.Text;\n" + each.Reference), CancellationToken.None))!.Value;

        Assert.StartsWith("```csharp\nusing System.Text;\npublic bool Pay(", messages[2].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_reaches_beyond_the_region_is_no_example()
    {
        var each = Suite.Case("swapped-arguments-ledger");
        var request = await suite.Trial.RequestAsync(each, CancellationToken.None);

        Assert.Null(await TrainingExample.OfAsync(request, SourceText.From(each.Reference.Replace("Deposit(debtor, -amount)", "Deposit(debtor, amount)", StringComparison.Ordinal)), CancellationToken.None));
        Assert.Null(await TrainingExample.OfAsync(request, SourceText.From(each.Reference.Replace("namespace Banking", "namespace Bank", StringComparison.Ordinal)), CancellationToken.None));
    }

    [Fact]
    public async Task A_secret_does_not_get_into_it()
    {
        var example = await WithLineAsync($"        var key = \"{Key}\";");

        Assert.NotNull(example);
        Assert.All(example, message => Assert.DoesNotContain(Key, message.Content, StringComparison.Ordinal));
        Assert.Contains("CODEASSIST_SECRET_1", example[2].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_redaction_would_break_is_left_out() =>
        Assert.Null(await WithLineAsync("        // -----BEGIN " + "RSA PRIVATE KEY-----MIIBVgIBADANBg"));

    [Theory]
    [InlineData("codeassist.exclude = true")]
    [InlineData("codeassist.model_fixes = off")]
    public async Task What_a_repository_keeps_from_models_is_not_learned(string setting)
    {
        var each = Suite.Case("swapped-arguments-ledger");
        var request = await suite.Trial.RequestAsync(each, CancellationToken.None);
        var configured = request.Document.Project.AddAnalyzerConfigDocument(
            ".editorconfig", SourceText.From($"root = true\n[*.cs]\n{setting}\n"), filePath: Path.Combine(each.Folder, ".editorconfig")).Project;

        var closed = await RepairRequest.CreateAsync(configured.GetDocument(request.Document.Id)!, request.Diagnostic, CancellationToken.None);

        Assert.Null(await TrainingExample.OfAsync(closed!, SourceText.From(each.Reference), CancellationToken.None));
    }

    // The case with a line more in the member that is repaired, before and after.
    private async Task<IReadOnlyList<TrainingMessage>?> WithLineAsync(string line)
    {
        const string Place = "        if (BalanceOf(debtor)";
        var each = Suite.Case("swapped-arguments-ledger");
        string More(string text) => text.Replace(Place, line + "\n" + Place, StringComparison.Ordinal);
        var changed = each with { Line = each.Line + 1, Reference = More(each.Reference), Sources = [.. each.Sources.Select(source => source with { Text = More(source.Text) })] };
        var request = await suite.Trial.RequestAsync(changed, CancellationToken.None);
        return await TrainingExample.OfAsync(request, SourceText.From(changed.Reference), CancellationToken.None) is { } messages ? messages : null;
    }
}
