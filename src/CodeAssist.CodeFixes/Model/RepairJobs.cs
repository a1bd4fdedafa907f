using System.Collections.Immutable;
using CodeAssist.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.Model;

/// <summary>Names a repair that was asked for: the same text and diagnostic are the same repair, in whatever snapshot.</summary>
/// <param name="File">The document's path.</param>
/// <param name="TextHash">The document's text.</param>
/// <param name="DiagnosticId">What is to be repaired...</param>
/// <param name="Span">...where...</param>
/// <param name="Message">...and what it says: one ID may be reported twice on a span.</param>
internal sealed record JobKey(string File, string TextHash, string DiagnosticId, TextSpan Span, string Message)
{
    /// <summary>The key of a request.</summary>
    public static JobKey Of(RepairRequest request) => new(
        request.Document.FilePath ?? request.Document.Id.Id.ToString(),
        Convert.ToBase64String(request.Text.GetChecksum().ToArray()),
        request.Diagnostic.Id,
        request.Diagnostic.Location.SourceSpan,
        request.Diagnostic.GetMessage());
}

/// <summary>How a repair ended.</summary>
/// <param name="Edit">The checked edit without the solution that it was judged in, or null.</param>
/// <param name="Judged">The same with its solution, as long as somebody else keeps that alive.</param>
/// <param name="Abstention">Why nothing is offered, or null.</param>
internal sealed record JobResult(KeptEdit? Edit, WeakReference<CheckedEdit>? Judged, Abstention? Abstention)
{
    /// <summary>The result of an outcome.</summary>
    public static JobResult Of(RepairOutcome outcome) => outcome.Edit is { } edit
        ? new JobResult(new KeptEdit(edit.NewText, edit.Title, edit.Model ?? string.Empty), new WeakReference<CheckedEdit>(edit), null)
        : new JobResult(null, null, outcome.Abstention);

    /// <summary>A repair that came to nothing.</summary>
    public static JobResult Nothing(string reason) => new(null, null, new Abstention(reason, Failed: true));
}

/// <summary>A checked edit to be remembered.</summary>
/// <param name="NewText">The document's whole text with the edit.</param>
/// <param name="Title">Its title.</param>
/// <param name="Model">The model that proposed it.</param>
internal sealed record KeptEdit(SourceText NewText, string Title, string Model);

/// <summary>
/// The repairs that were asked for in this process: one job for each, which goes on when the asker has gone, and answers
/// from memory when it is asked again. Bounded: the oldest answers are forgotten.
/// </summary>
internal sealed class RepairJobs(int capacity = RepairJobs.DefaultCapacity)
{
    /// <summary>How many answers are kept by default; each holds one document's text.</summary>
    public const int DefaultCapacity = 256;

    private readonly object _lock = new();
    private readonly Dictionary<JobKey, Job> _jobs = [];
    private readonly Dictionary<(string File, string Region), JobKey> _latest = [];
    private readonly LinkedList<JobKey> _order = [];

    /// <summary>How many repairs were started.</summary>
    public int Started { get; private set; }

    /// <summary>The finished answer to a request, or null.</summary>
    public JobResult? Finished(JobKey key)
    {
        lock (_lock)
            return _jobs.TryGetValue(key, out var job) && job.Task.Status == TaskStatus.RanToCompletion ? job.Task.Result : null;
    }

    /// <summary>
    /// The job of a request, started where there is none. An unfinished job for an earlier text of the same region is stopped.
    /// </summary>
    /// <param name="key">What is asked.</param>
    /// <param name="region">The region's name: there is one unfinished job for each region.</param>
    /// <param name="again">Whether to start anew where the answer was that there is nothing.</param>
    /// <param name="work">Does the job; gets the sign to stop, which is not the asker's.</param>
    public Task<JobResult> GetOrStart(JobKey key, string region, bool again, Func<CancellationToken, Task<JobResult>> work)
    {
        lock (_lock)
        {
            if (_jobs.TryGetValue(key, out var known))
            {
                if (!(again && known.Task.Status == TaskStatus.RanToCompletion && known.Task.Result.Edit is null))
                    return known.Task;
                Remove(key);
            }

            StopFormer((key.File, region), key);
            var stop = new CancellationTokenSource();
            Started++;
            var job = new Job(Task.Run(() => WorkAsync(work, stop.Token)), stop, _order.AddLast(key));
            _jobs.Add(key, job);
            _latest[(key.File, region)] = key;
            while (_order.Count > capacity && _order.First is { } oldest)
                Remove(oldest.Value);
            return job.Task;
        }
    }

    /// <summary>Forgets a request's job, and stops it where it still runs.</summary>
    public void Stop(JobKey key)
    {
        lock (_lock)
            Remove(key);
    }

    private static async Task<JobResult> WorkAsync(Func<CancellationToken, Task<JobResult>> work, CancellationToken stop)
    {
        try
        {
            return await work(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return JobResult.Nothing(Messages.Get("Superseded"));
        }
        catch (Exception exception)
        {
            // A job belongs to nobody who could catch this: it is the reason why nothing is offered.
            return JobResult.Nothing(Messages.Get("RepairBroke", exception.Message));
        }
    }

    private void StopFormer((string File, string Region) place, JobKey key)
    {
        // Another diagnostic in the same text is another repair, not a newer one.
        if (_latest.TryGetValue(place, out var former) && former.TextHash != key.TextHash && _jobs.TryGetValue(former, out var job) && !job.Task.IsCompleted)
            Remove(former);
    }

    private void Remove(JobKey key)
    {
        if (!_jobs.TryGetValue(key, out var job))
            return;
        _jobs.Remove(key);
        _order.Remove(job.Place);
        foreach (var place in _latest.Where(pair => pair.Value == key).Select(pair => pair.Key).ToList())
            _latest.Remove(place);
        if (!job.Task.IsCompleted)
            job.Stop.Cancel();
    }

    private sealed record Job(Task<JobResult> Task, CancellationTokenSource Stop, LinkedListNode<JobKey> Place);
}
