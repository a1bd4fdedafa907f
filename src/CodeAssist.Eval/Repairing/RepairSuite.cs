using System.Collections.Concurrent;
using System.Collections.Immutable;
using CodeAssist.Eval.Suites;
using CodeAssist.Eval.Training;
using CodeAssist.Repair;
using CodeAssist.Repair.Proposing;
using Attempt = CodeAssist.Eval.Suites.Attempt;

namespace CodeAssist.Eval.Repairing;

/// <summary>A repair suite: each case is put to a proposer, through the engine and the gate.</summary>
/// <param name="folder">The folder of the cases.</param>
/// <param name="trial">Scores attempts.</param>
/// <param name="source">Who is asked.</param>
/// <param name="diff">Makes a diff of a path, the text before and the text after, for the report.</param>
/// <param name="keepText">Whether correct fixes are kept as training examples, source text and all.</param>
public sealed class RepairSuite(
    string folder, Trial trial, IProposerSource source, Func<string, string, string, string> diff, bool keepText = false) : ISuite
{
    private readonly ConcurrentDictionary<string, RepairCase> _cases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => trial.OfProject ? "project" : "repair";

    /// <inheritdoc/>
    public async Task<SuiteContent> LoadAsync(CancellationToken cancellation)
    {
        var cases = RepairCaseReader.ReadAll(folder, trial.OfProject);
        var excluded = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(cases, options, async (each, stop) =>
        {
            if (await trial.ExclusionAsync(each, stop).ConfigureAwait(false) is { } why)
                excluded[each.Id] = why;
            else
                _cases[each.Id] = each;
        }).ConfigureAwait(false);
        return new SuiteContent(
            [.. cases.Where(each => !excluded.ContainsKey(each.Id)).Select(each => new SuiteTask(each.Id, each.Category))],
            [.. cases.Where(each => excluded.ContainsKey(each.Id)).Select(each => new ExcludedTask(each.Id, excluded[each.Id]))]);
    }

    /// <inheritdoc/>
    public async Task<Attempt> TryAsync(SuiteTask task, int sample, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var repairCase = _cases[task.Id];
        var request = await trial.RequestAsync(repairCase, cancellation).ConfigureAwait(false);
        var proposer = await source.ForAsync(repairCase, request, sample, cancellation).ConfigureAwait(false);
        var score = await trial.ScoreAsync(repairCase, request, proposer, cancellation).ConfigureAwait(false);
        var attempt = score.ToAttempt(sample, diff);
        return keepText && score is { Correct: true, Outcome.Edit.NewText: { } repaired }
            ? attempt with { Training = await TrainingExample.OfAsync(request, repaired, cancellation).ConfigureAwait(false) }
            : attempt;
    }
}

/// <summary>Who repairs the cases of a suite.</summary>
public interface IProposerSource
{
    /// <summary>The proposer for one sample of a case.</summary>
    Task<IProposer> ForAsync(RepairCase repairCase, RepairRequest request, int sample, CancellationToken cancellation);
}
