using System.Collections.Concurrent;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Runs;

/// <summary>Goes through a suite, several tasks at a time.</summary>
/// <param name="suite">The suite.</param>
/// <param name="samples">How often each task is asked.</param>
/// <param name="jobs">How many at a time.</param>
public sealed class EvalRun(ISuite suite, int samples, int jobs)
{
    /// <summary>Runs what the results do not hold yet; gives all attempts in the order of the suite.</summary>
    /// <param name="content">The loaded suite.</param>
    /// <param name="results">What was done before, and where the rest is kept.</param>
    /// <param name="progress">Told how many are done, and of how many.</param>
    /// <param name="cancellation">Stops; what was done is in the results.</param>
    public async Task<IReadOnlyList<Attempt>> RunAsync(SuiteContent content, ResultsFile results, Action<int, int> progress, CancellationToken cancellation)
    {
        var wanted = content.Tasks.SelectMany(task => Enumerable.Range(0, samples).Select(sample => (Task: task, Sample: sample, Key: $"{task.Id}#{sample}"))).ToList();
        var attempts = new ConcurrentDictionary<string, Attempt>(
            wanted.Where(item => results.Done.ContainsKey(item.Key)).Select(item => KeyValuePair.Create(item.Key, results.Done[item.Key])), StringComparer.Ordinal);
        progress(attempts.Count, wanted.Count);
        await Parallel.ForEachAsync(
            wanted.Where(item => !attempts.ContainsKey(item.Key)).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            async (item, stop) =>
            {
                var attempt = await suite.TryAsync(item.Task, item.Sample, stop).ConfigureAwait(false);
                attempts[item.Key] = attempt;
                results.Add(attempt);
                progress(attempts.Count, wanted.Count);
            }).ConfigureAwait(false);
        return [.. wanted.Select(item => attempts[item.Key])];
    }
}
