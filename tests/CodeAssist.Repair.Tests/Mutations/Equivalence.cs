using CodeAssist.Repair.Gate;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Tests.Mutations;

/// <summary>
/// Judges mutated programs on the fast path and on the full one, and holds the gate to what it promises: the same
/// verdict, no exception, and no accepted edit that breaks the build or leaves the target.
/// </summary>
internal sealed class Equivalence
{
    private readonly RepairGate _fast = new();
    private readonly RepairGate _full = new() { WholeProjects = true };

    /// <summary>How many edits were judged.</summary>
    public int Judged { get; private set; }

    /// <summary>How many edits were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many edits each check rejected.</summary>
    public SortedDictionary<string, int> RejectedBy { get; } = new(StringComparer.Ordinal);

    /// <summary>What was wrong, edit by edit; empty where the gate keeps its promise.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Judges a number of mutations of a program. The same seed gives the same mutations.</summary>
    public async Task RunAsync(MutatedProgram program, uint seed, int count, Action? judged = null)
    {
        var random = new PCG(1, seed);
        for (var i = 0; i < count;)
        {
            var mutation = Mutation.Any.Generate(random, null, out _);
            if (await program.ApplyAsync(mutation) is not { } edit)
                continue;
            await JudgeAsync(edit, mutation);
            judged?.Invoke();
            i++;
        }
    }

    private async Task JudgeAsync(MutatedEdit edit, Mutation mutation)
    {
        var candidate = new CandidateEdit(edit.Document, edit.Text) { Target = edit.Target };
        var fast = await _fast.JudgeAsync(candidate, CancellationToken.None);
        var full = await _full.JudgeAsync(candidate, CancellationToken.None);
        Judged++;
        if (fast.Failure is { } failure)
            RejectedBy[failure.Name] = RejectedBy.GetValueOrDefault(failure.Name) + 1;
        else
            Accepted++;
        if (fast.Accepted != full.Accepted || fast.Failure?.Name != full.Failure?.Name)
            await ReportAsync(edit, mutation, $"fast: {fast.Failure?.ToString() ?? "accepted"}; full: {full.Failure?.ToString() ?? "accepted"}");
        foreach (var verdict in new[] { fast, full })
        {
            if (verdict.Failure?.Reason is { } reason && reason.StartsWith(Broke, StringComparison.Ordinal))
                await ReportAsync(edit, mutation, reason);
        }

        if (fast.Accepted && await BrokenAsync(edit) is { } broken)
            await ReportAsync(edit, mutation, "accepted, but: " + broken);
    }

    // What the reason says before the exception.
    private static string Broke { get; } = Messages.Get("CheckBroke", "|").Split('|')[0];

    private async Task ReportAsync(MutatedEdit edit, Mutation mutation, string problem) =>
        Problems.Add($"{problem}\n  {mutation} in {edit.Document.Name}: {string.Join("; ", edit.Text.GetTextChanges(await edit.Document.GetTextAsync()))}");

    // By the compiler alone, without the gate's own comparisons.
    private static async Task<string?> BrokenAsync(MutatedEdit edit)
    {
        var before = await ErrorsAsync(edit.Document.Project);
        var after = await ErrorsAsync(edit.Document.WithText(edit.Text).Project);
        if (after.Length > before.Length)
            return after.Except(before).FirstOrDefault() ?? after[0];
        return edit.Target is not null && after.Count(IsPlanted) >= before.Count(IsPlanted) ? "the target is still there" : null;

        static async Task<string[]> ErrorsAsync(Project project) =>
        [
            .. (await project.GetCompilationAsync())!.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "CS0219")
                .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()} {Path.GetFileName(diagnostic.Location.SourceTree?.FilePath)}"),
        ];

        bool IsPlanted(string message) => message.StartsWith("CS0219", StringComparison.Ordinal) && message.EndsWith(edit.Document.Name, StringComparison.Ordinal);
    }
}
