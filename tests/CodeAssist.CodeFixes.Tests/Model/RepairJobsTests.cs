using CodeAssist.CodeFixes.Model;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.Tests.Model;

public class RepairJobsTests
{
    private static readonly JobResult Nothing = JobResult.Nothing("nothing");
    private static readonly JobResult Something = new(new KeptEdit(SourceText.From(""), "title", "model"), null, null);

    [Fact]
    public async Task The_same_request_is_one_job()
    {
        var jobs = new RepairJobs();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => jobs.GetOrStart(Key("text"), "M", again: false, _ => Task.FromResult(Something))));
        Assert.Equal(1, jobs.Started);
        Assert.Same(Something, jobs.Finished(Key("text")));
    }

    [Fact]
    public async Task Nothing_is_remembered_until_somebody_asks_again()
    {
        var jobs = new RepairJobs();
        await jobs.GetOrStart(Key("text"), "M", again: false, _ => Task.FromResult(Nothing));
        Assert.Same(Nothing, await jobs.GetOrStart(Key("text"), "M", again: false, _ => Task.FromResult(Something)));
        Assert.Same(Something, await jobs.GetOrStart(Key("text"), "M", again: true, _ => Task.FromResult(Something)));
        Assert.Same(Something, await jobs.GetOrStart(Key("text"), "M", again: true, _ => Task.FromResult(Nothing)));
    }

    [Fact]
    public async Task A_newer_text_of_the_region_stops_the_former_job()
    {
        var jobs = new RepairJobs();
        var former = jobs.GetOrStart(Key("one"), "M", again: false, Forever);
        await jobs.GetOrStart(Key("two"), "M", again: false, _ => Task.FromResult(Something));
        Assert.Null((await former).Edit);
        Assert.Null(jobs.Finished(Key("one")));
    }

    [Fact]
    public async Task Another_region_does_not_stop_a_job()
    {
        var jobs = new RepairJobs();
        var end = new TaskCompletionSource<JobResult>();
        var former = jobs.GetOrStart(Key("one"), "M", again: false, _ => end.Task);
        await jobs.GetOrStart(Key("two"), "N", again: false, _ => Task.FromResult(Nothing));
        end.SetResult(Something);
        Assert.Same(Something, await former);
    }

    [Fact]
    public async Task The_oldest_answers_are_forgotten()
    {
        var jobs = new RepairJobs(capacity: 2);
        foreach (var text in new[] { "one", "two", "three" })
            await jobs.GetOrStart(Key(text), text, again: false, _ => Task.FromResult(Something));
        Assert.Null(jobs.Finished(Key("one")));
        Assert.NotNull(jobs.Finished(Key("two")));
        Assert.NotNull(jobs.Finished(Key("three")));
    }

    [Fact]
    public async Task A_job_that_breaks_is_a_reason()
    {
        var result = await new RepairJobs().GetOrStart(Key("text"), "M", again: false, _ => throw new InvalidOperationException("broke here"));
        Assert.Contains("broke here", result.Abstention!.Reason);
    }

    private static JobKey Key(string text) => new("/project/Code.cs", text, "CDA1001", new TextSpan(0, 1), "message");

    private static async Task<JobResult> Forever(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return Something;
    }
}
