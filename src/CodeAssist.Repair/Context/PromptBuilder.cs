using System.Collections.Immutable;
using System.Text;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Context;

/// <summary>
/// Makes the prompt for a diagnostic: the part that stays the same first, so that servers can reuse it, then the task,
/// then the context that is worth its tokens, the most useful first. The same request gives the same prompt.
/// </summary>
public static class PromptBuilder
{
    /// <summary>Ends the flagged line in a prompt; the reply parser takes it out again.</summary>
    internal const string FlagMark = "// <== flagged";

    // Context is worth a part of the code that it explains, and never nothing: of a long list the first are the useful ones.
    private const int ContextShare = 3;
    private const int LeastContextTokens = 80;

    /// <summary>The prompt for a request and what was rejected before.</summary>
    /// <param name="request">The diagnostic to repair.</param>
    /// <param name="rejections">Earlier proposals and their verdicts, oldest first.</param>
    /// <param name="tokenBudget">How many tokens, by <see cref="TokenEstimator"/>, the prompt may have.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="refusal">Says why a file's text must not be in a prompt: it is left out of the context. Null allows any file.</param>
    /// <param name="settings">What the user says about prompts; null is the default.</param>
    public static async Task<Prompt> BuildAsync(
        RepairRequest request, ImmutableArray<Rejection> rejections, int tokenBudget, CancellationToken cancellation, FileRefusal? refusal = null,
        PromptSettings? settings = null)
    {
        settings ??= PromptSettings.Default;
        var files = ImmutableArray.Create(request.Document.FilePath ?? request.Document.Name);
        Draft? draft = null;
        foreach (var region in RegionsOf(request))
        {
            draft = Draft.Of(request, region, rejections, settings, tokenBudget);
            if (draft.Tokens <= tokenBudget)
                break;
        }

        var (asked, instructions, task, feedback, needed) = draft!;
        if (needed > tokenBudget)
        {
            return new Prompt(
                ImmutableArray<ModelMessage>.Empty, needed, files, Messages.Get("PromptOverBudget", request.Region.Name, needed, tokenBudget), asked);
        }

        // Before the task: it stays the same from request to request.
        var conventions = string.Empty;
        if (await TeamConventions.QuoteAsync(request.Document, settings, refusal, cancellation).ConfigureAwait(false) is var (quotation, quoted)
            && needed + TokenEstimator.Estimate(quotation) <= tokenBudget)
        {
            conventions = quotation + "\n";
            needed += TokenEstimator.Estimate(conventions);
            files = files.Add(quoted);
        }

        var limit = Math.Min(tokenBudget - needed, Math.Max(LeastContextTokens, TokenEstimator.Estimate(request.Text.ToString(asked.Span)) / ContextShare));
        var context = new ContextText("\n" + Messages.GetIn(settings.Culture, "PromptContext") + "\n", limit);
        foreach (var section in await CodeContext.SectionsAsync(request, asked, cancellation).ConfigureAwait(false))
        {
            if (!context.Holds(section))
                continue;
            if (section.File is { } source && source != files[0] && refusal is not null && await refusal(source, cancellation).ConfigureAwait(false) is not null)
                continue;
            context.Add(section);
            if (section.File is { } file && !files.Contains(file))
                files = files.Add(file);
        }

        var around = context.ToString();
        var messages = ImmutableArray.CreateBuilder<ModelMessage>();
        messages.Add(new ModelMessage(ModelRole.System, instructions));
        messages.Add(new ModelMessage(ModelRole.User, conventions + task + around));
        messages.AddRange(feedback);
        return new Prompt(messages.ToImmutable(), needed + TokenEstimator.Estimate(around), files, null, asked);
    }

    // A region that is long shrinks to statements of it, and to fewer where the budget asks for that, unless its repair
    // may need its header; where there are none to shrink to, it is asked for as it is.
    private static IEnumerable<Region> RegionsOf(RepairRequest request)
    {
        var region = request.Region;
        var allowance = RepairGuides.For(request.Diagnostic).Allowance;
        var flagged = request.Diagnostic.Location.SourceSpan;
        var isWhole = StatementRuns.CountLines(request.Text, region.Span) <= Region.MostLines
            || allowance.SignatureSwaps.Count > 0
            || (allowance.BecomeAsync && region.Node is not CompilationUnitSyntax && !Bodies.HeaderTokens(region.Node).Any(token => token.IsKind(SyntaxKind.AsyncKeyword)));
        var runs = StatementRuns.Around(region, request.Text, flagged).Where(run => run.Span.Length < region.Span.Length).Distinct().ToList();
        return isWhole || runs.Count == 0 ? runs.Prepend(region) : runs;
    }

    private static string Task(RepairRequest request, Region asked, PromptSettings settings)
    {
        var diagnostic = request.Diagnostic;
        var guide = RepairGuides.For(diagnostic);
        var text = new StringBuilder();
        text.Append(Messages.GetIn(settings.Culture, "PromptDiagnostic", diagnostic.Id, diagnostic.GetMessage(settings.Culture))).Append('\n');
        // Advice of our own says what the description says; a diagnostic without it needs the words of its author.
        var description = diagnostic.Descriptor.Description.ToString(settings.Culture);
        if (description.Length > 0 && !RepairGuides.Knows(diagnostic.Id))
            text.Append(Messages.GetIn(settings.Culture, "PromptMeaning", description)).Append('\n');
        var advice = settings.Language == PromptLanguage.Chinese && guide.AdviceInChinese.Length > 0 ? guide.AdviceInChinese : guide.Advice;
        text.Append(Messages.GetIn(settings.Culture, "PromptAdvice", advice)).Append("\n\n");
        text.Append(asked.IsStatements ? Messages.GetIn(settings.Culture, "PromptStatements") : Messages.GetIn(settings.Culture, "PromptMember"))
            .Append('\n').Append(Fenced(Marked(request, asked)));
        return text.ToString();
    }

    // The region as it stands in the file, from the start of its first line, with the flagged line marked.
    private static string Marked(RepairRequest request, Region asked)
    {
        var lines = request.Text.Lines;
        var flagged = lines.GetLineFromPosition(request.Diagnostic.Location.SourceSpan.Start).LineNumber;
        var first = lines.GetLineFromPosition(asked.Span.Start).LineNumber;
        var last = lines.GetLineFromPosition(asked.Span.End).LineNumber;
        var text = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            var start = i == first ? Indented(request.Text, lines[i], asked.Span.Start) : lines[i].Start;
            var end = i == last ? asked.Span.End : lines[i].End;
            text.Append(request.Text.ToString(TextSpan.FromBounds(start, end)));
            if (i == flagged)
                text.Append(' ').Append(FlagMark);
            text.Append('\n');
        }

        return text.ToString();
    }

    // The white space before the region keeps the indentation of its lines in step.
    private static int Indented(SourceText text, TextLine line, int start) =>
        text.ToString(TextSpan.FromBounds(line.Start, start)).Trim().Length == 0 ? line.Start : start;

    private static ImmutableArray<ModelMessage> Feedback(ImmutableArray<Rejection> rejections, Region asked, PromptSettings settings)
    {
        var messages = ImmutableArray.CreateBuilder<ModelMessage>();
        foreach (var rejection in rejections)
        {
            if (rejection.Proposal.Reply is { } reply)
                messages.Add(new ModelMessage(ModelRole.Assistant, reply));
            messages.Add(new ModelMessage(
                ModelRole.User, Messages.GetIn(settings.Culture, asked.IsStatements ? "PromptStatementsRejected" : "PromptRejected", rejection.Verdict.Failure?.Name, rejection.Verdict.Failure?.Reason)));
        }

        return messages.ToImmutable();
    }

    // Where the replies of many candidates do not fit, only the last is repeated; what was wrong with each is still said.
    private static ImmutableArray<ModelMessage> ShortFeedback(ImmutableArray<Rejection> rejections, Region asked, PromptSettings settings)
    {
        var last = Feedback(ImmutableArray.Create(rejections[rejections.Length - 1]), asked, settings);
        var others = string.Join("\n", rejections.Take(rejections.Length - 1).Select(rejection => $"- {rejection.Verdict.Failure?.Name}: {rejection.Verdict.Failure?.Reason}").Distinct());
        return last.SetItem(last.Length - 1, last[last.Length - 1] with
        {
            Text = last[last.Length - 1].Text + "\n" + Messages.GetIn(settings.Culture, "PromptOthersRejected") + "\n" + others,
        });
    }

    private static int Estimate(ImmutableArray<ModelMessage> messages) => messages.Sum(message => TokenEstimator.Estimate(message.Text));

    /// <summary>What a prompt must hold, for one of the regions that may be asked for.</summary>
    private sealed record Draft(Region Asked, string Instructions, string Task, ImmutableArray<ModelMessage> Feedback, int Tokens)
    {
        public static Draft Of(RepairRequest request, Region asked, ImmutableArray<Rejection> rejections, PromptSettings settings, int tokenBudget)
        {
            var instructions = Messages.GetIn(settings.Culture, asked.IsStatements ? "PromptStatementsInstructions" : "PromptInstructions").Replace("\r\n", "\n");
            var feedback = PromptBuilder.Feedback(rejections, asked, settings);
            var task = PromptBuilder.Task(request, asked, settings);
            var fixedTokens = TokenEstimator.Estimate(instructions) + TokenEstimator.Estimate(task);
            if (rejections.Length > 1 && fixedTokens + Estimate(feedback) > tokenBudget)
                feedback = ShortFeedback(rejections, asked, settings);
            return new Draft(asked, instructions, task, feedback, fixedTokens + Estimate(feedback));
        }
    }

    // Longer than any in the code: text of the code's author must not stand outside of the fence.
    internal static string Fenced(string code)
    {
        var longest = 2;
        for (int i = 0, run = 0; i < code.Length; i++)
        {
            run = code[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return fence + "csharp\n" + code.TrimEnd() + "\n" + fence + "\n";
    }
}

/// <summary>Says why the text of a file must not be in a prompt; null where it may.</summary>
public delegate Task<string?> FileRefusal(string path, CancellationToken cancellation);

/// <summary>A prompt.</summary>
/// <param name="Messages">The messages, the stable part first.</param>
/// <param name="EstimatedTokens">Their tokens, by <see cref="TokenEstimator"/>.</param>
/// <param name="Files">The paths of the files whose text is in the prompt.</param>
/// <param name="Problem">Why there is no prompt (the region alone is over the budget); null where there is one.</param>
/// <param name="Region">What the reply should rewrite: the request's region, or statements of a long one.</param>
public sealed record Prompt(ImmutableArray<ModelMessage> Messages, int EstimatedTokens, ImmutableArray<string> Files, string? Problem, Region Region);
