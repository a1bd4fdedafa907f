using System.Collections.Concurrent;
using CodeAssist.Repair;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Gate.Corpus.Tests;

/// <summary>What the gate says of a case, on the fast path and on the full one.</summary>
/// <param name="Case">The case.</param>
/// <param name="Problem">Why the case itself is wrong; null where it is not.</param>
/// <param name="Fast">The verdict.</param>
/// <param name="Full">The verdict with whole projects compiled.</param>
internal sealed record CorpusVerdict(CorpusCase Case, string? Problem, Verdict? Fast, Verdict? Full)
{
    private const int PromptTokens = 4000;

    private static readonly Lazy<Task<IReadOnlyList<CorpusVerdict>>> Judged = new(JudgeAllAsync);

    /// <summary>Every case, judged once for all tests.</summary>
    public static Task<IReadOnlyList<CorpusVerdict>> AllAsync() => Judged.Value;

    /// <summary>Whether the verdict is the one that the case's label asks for.</summary>
    public bool IsRight => Problem is null && Fast!.Accepted == Case.IsGood;

    /// <summary>Whether a rejection names a check that fits.</summary>
    public bool NamesTheCheck => Fast?.Failure is not { } failure || Case.Checks.Contains(failure.Name);

    private static async Task<IReadOnlyList<CorpusVerdict>> JudgeAllAsync()
    {
        var verdicts = new ConcurrentDictionary<CorpusCase, CorpusVerdict>();
        await Parallel.ForEachAsync(CorpusReader.All, async (@case, _) => verdicts[@case] = await JudgeAsync(@case));
        return [.. CorpusReader.All.Select(@case => verdicts[@case])];
    }

    /// <summary>Judges one case.</summary>
    public static async Task<CorpusVerdict> JudgeAsync(CorpusCase @case)
    {
        var document = await CorpusWorld.DocumentAsync(@case);
        RepairRequest? request = null;
        if (@case.Id is { } id)
        {
            var diagnostics = await DiagnosticsAsync(document, id);
            var marked = CorpusWorld.Marked(@case);
            var target = diagnostics.FirstOrDefault(diagnostic => marked is null || diagnostic.Location.SourceSpan.IntersectsWith(marked.Value));
            request = target is null ? null : await RepairRequest.CreateAsync(document, target, CancellationToken.None);
            if (request is null)
                return new CorpusVerdict(@case, $"{id} is not reported there, but at: {string.Join("; ", diagnostics)}", null, null);
        }

        if (await EditOfAsync(@case, document, request) is not { } edit)
            return new CorpusVerdict(@case, "a reply needs a diagnostic", null, null);
        return new CorpusVerdict(
            @case, null,
            await new RepairGate().JudgeAsync(edit, CancellationToken.None),
            await new RepairGate { WholeProjects = true }.JudgeAsync(edit, CancellationToken.None));
    }

    private static async Task<CandidateEdit?> EditOfAsync(CorpusCase @case, Document document, RepairRequest? request)
    {
        if (@case.Reply is { } reply)
        {
            if (request is null)
                return null;
            var asked = (await PromptBuilder.BuildAsync(request, [], PromptTokens, CancellationToken.None)).Region;
            var proposal = await MissingUsings.AddAsync(request, ReplyEditor.Apply(request, asked, reply), CancellationToken.None);
            return new CandidateEdit(document, proposal.NewText)
            {
                Target = request.Diagnostic, Region = proposal.Region ?? request.Region, RequestedText = request.Text, FromReply = true, ReplyProblem = proposal.ReplyProblem,
            };
        }

        return new CandidateEdit(document, CorpusWorld.Text(@case.After!, @case.Options))
        {
            Target = request?.Diagnostic, Region = request?.Region, RequestedText = request?.Text,
        };
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Document document, string id)
    {
        var model = (await document.GetSemanticModelAsync())!;
        var isCompilers = id.StartsWith("CS", StringComparison.Ordinal);
        var analyzers = new ProjectAnalyzers().For(document.Project);
        var all = isCompilers
            ? model.Compilation.GetDiagnostics()
            : [.. await AnalyzerDiagnostics.OfCompilationAsync(document, [.. analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id))], CancellationToken.None)];
        return [.. all.Where(diagnostic => diagnostic.Id == id && diagnostic.Location.SourceTree == model.SyntaxTree).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
