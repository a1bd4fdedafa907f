using System.Collections.Immutable;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Repairing;

/// <summary>
/// Repairs findings one after the other, each on what the earlier ones left, so that all edits together passed the
/// gate, not only each on its own.
/// </summary>
/// <param name="engine">Repairs one diagnostic.</param>
/// <param name="gate">Judges edits together.</param>
/// <param name="collector">Finds a diagnostic again after its file was edited.</param>
/// <param name="writer">Writes files; null only shows what would be written.</param>
internal sealed class RepairSession(RepairEngine engine, RepairGate gate, DiagnosticCollector collector, FileWriter? writer)
{
    /// <summary>Repairs the findings, file by file.</summary>
    /// <param name="solution">The solution that the findings are of.</param>
    /// <param name="findings">The findings, by file and position.</param>
    /// <param name="done">Told of each finding's result, file by file; results are final.</param>
    /// <param name="cancellation">Stops the work; what was written stays, and no file is half written.</param>
    /// <returns>The files that have edits.</returns>
    public async Task<ImmutableArray<EditedFile>> RunAsync(
        Solution solution, IEnumerable<ReportedDiagnostic> findings, Action<FindingResult> done, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<EditedFile>();
        foreach (var file in findings.GroupBy(finding => finding.Path, StringComparer.Ordinal))
        {
            var repair = new FileRepair(engine, gate, collector, solution);
            var (results, edited) = await repair.RunAsync([.. file], cancellation).ConfigureAwait(false);
            if (edited is not null)
            {
                var problem = writer?.Write(edited);
                if (problem is null)
                {
                    solution = repair.Solution;
                    files.Add(edited);
                }

                results = [.. results.Select(result => Finish(result, problem))];
            }

            foreach (var result in results)
                done(result);
        }

        return files.ToImmutable();
    }

    // What is offered is applied once the file is written.
    private FindingResult Finish(FindingResult result, string? problem) =>
        result.Outcome != FindingOutcome.Offered || writer is null
            ? result
            : problem is null
                ? result with { Outcome = FindingOutcome.Applied }
                : result with { Outcome = FindingOutcome.Failed, Reason = problem, Changes = [], Texts = null };
}

/// <summary>A file with its text before and after all edits.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Original">The text that was loaded.</param>
/// <param name="Current">The text with all edits.</param>
internal sealed record EditedFile(string Path, SourceText Original, SourceText Current);
