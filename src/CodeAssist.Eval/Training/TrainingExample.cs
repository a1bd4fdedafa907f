using System.Collections.Immutable;
using CodeAssist.Models.Redaction;
using CodeAssist.Repair;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Training;

/// <summary>
/// A checked fix as an example to learn from: the prompt of its diagnostic as it would be sent, and the reply that the
/// reply parser makes the fix of. Whoever proposed the fix, and in whichever round, the example asks once and answers
/// once. Secrets are redacted.
/// </summary>
public static class TrainingExample
{
    // An example is read whole: the context that a prompt of this size holds is what a model of any size is shown.
    private const int PromptTokens = 4096;

    /// <summary>
    /// The messages; null where the fix cannot be said in a reply (it reaches beyond what is asked for), where redaction
    /// would break it, or where the repository keeps the file from models.
    /// </summary>
    /// <param name="request">The diagnostic that was repaired.</param>
    /// <param name="repaired">The document's whole text with the fix.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<ImmutableArray<TrainingMessage>?> OfAsync(RepairRequest request, SourceText repaired, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(repaired);
        // What a repository keeps out of prompts is not learned either.
        if (await RepositoryLimits.RefusalAsync(request.Document, cancellation).ConfigureAwait(false) is not null)
            return null;
        var refusal = RepositoryLimits.RefusalIn(request.Document.Project.Solution);
        var prompt = await PromptBuilder.BuildAsync(request, [], PromptTokens, cancellation, refusal).ConfigureAwait(false);
        if (prompt.Problem is not null || Reply(request, prompt.Region, repaired) is not { } reply)
            return null;
        ImmutableArray<TrainingMessage> messages =
            [.. prompt.Messages.Select(message => new TrainingMessage(RoleOf(message.Role), message.Text)), new TrainingMessage("assistant", reply)];
        var redaction = PromptRedaction.Of([.. messages.Select(message => message.Content)]);
        return redaction.Problem is null && SyntaxErrors(redaction.Texts[^1]) <= SyntaxErrors(reply)
            ? [.. messages.Zip(redaction.Texts, (message, text) => message with { Content = text })]
            : null;
    }

    // Null where the reply, read as any model's is, would not give the same edit.
    private static string? Reply(RepairRequest request, Region asked, SourceText repaired)
    {
        var (before, after) = (request.Text.ToString(), repaired.ToString());
        var tail = before[asked.Span.End..];
        if (!after.EndsWith(tail, StringComparison.Ordinal))
            return null;
        // Between the using directives and the region nothing has changed, but for the lines that part the first ones from it.
        var (oldUsings, newUsings) = (Usings(before), Usings(after));
        var between = before[EndOf(oldUsings)..asked.Span.Start];
        var from = EndOf(newUsings);
        if (oldUsings.Count == 0 && newUsings.Count > 0)
        {
            between = between.TrimStart();
            from += after[from..].TakeWhile(char.IsWhiteSpace).Count();
        }

        var (start, end) = (from + between.Length, after.Length - tail.Length);
        if (start > end || after[from..start] != between)
            return null;
        var added = newUsings.Select(line => line.ToString()).Except(oldUsings.Select(line => line.ToString()), StringComparer.Ordinal);
        var reply = $"```csharp\n{string.Concat(added.Select(line => line + "\n"))}{after[start..end]}\n```";
        // Usings that the code needs come in later, whoever names them.
        return ReplyEditor.Apply(request, asked, reply).NewText?.ToString() == before[..asked.Span.Start] + after[start..end] + tail ? reply : null;
    }

    private static int EndOf(SyntaxList<UsingDirectiveSyntax> usings) => usings.Count == 0 ? 0 : usings[^1].Span.End;

    private static SyntaxList<UsingDirectiveSyntax> Usings(string text) => SyntaxFactory.ParseCompilationUnit(text).Usings;

    private static int SyntaxErrors(string reply)
    {
        var code = string.Join('\n', reply.Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)));
        return SyntaxFactory.ParseCompilationUnit("class __C {\n" + code + "\n}").GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static string RoleOf(ModelRole role) => role switch
    {
        ModelRole.System => "system",
        ModelRole.Assistant => "assistant",
        _ => "user",
    };
}
