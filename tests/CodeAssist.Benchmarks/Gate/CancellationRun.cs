using System.Diagnostics;
using System.Globalization;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// <c>cancellation</c>: verdicts that are cancelled at a random time; how long until the caller has control back, and
/// whether anything is still running a moment later.
/// </summary>
internal static class CancellationRun
{
    private const int Seed = 815;
    private const int LongestWait = 60;

    private const int LongestRest = 30;
    private const double RestingMilliseconds = 20;

    public static async Task RunAsync(int count)
    {
        foreach (var name in BenchmarkProject.Names)
        {
            var project = await BenchmarkProject.LoadAsync(name, loud: true);
            var subjects = await Subjects.PlantAsync(project, 60);
            var random = new Random(Seed);
            var gate = new RepairGate();
            await gate.JudgeAsync(subjects[0].FirstEdit, CancellationToken.None);
            var (back, ended) = (new List<double>(), 0);
            while (back.Count < count)
            {
                var subject = subjects[random.Next(subjects.Count)];
                using var source = new CancellationTokenSource();
                var wait = random.Next(LongestWait);
                var cancelledAt = 0L;

                // A thread of its own: a timer's callback would wait for the same busy pool.
                var canceller = new Thread(() =>
                {
                    Thread.Sleep(wait);
                    cancelledAt = Stopwatch.GetTimestamp();
                    source.Cancel();
                });
                canceller.Start();
                try
                {
                    await gate.JudgeAsync(back.Count % 2 == 0 ? subject.FirstEdit : subject.SecondEdit, source.Token);
                    ended++;
                }
                catch (OperationCanceledException)
                {
                    back.Add(Stopwatch.GetElapsedTime(cancelledAt).TotalMilliseconds);
                }

                canceller.Join();
            }

            var rest = await RestAsync();
            var times = back.Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {count} cancelled, {ended} ended before; control back: median {times[count / 2]:F2} ms, p99 {times[(int)Math.Ceiling(count * 0.99) - 1]:F2} ms, longest {times[^1]:F2} ms; at rest {rest}, work items pending {ThreadPool.PendingWorkItemCount}"));
            var next = await gate.JudgeAsync(subjects[1].FirstEdit, CancellationToken.None);
            Console.WriteLine("  the next verdict: " + (next.Accepted ? "accepted" : "rejected by " + next.Failure!.Name));
        }
    }

    // The runtime compiles what has become hot anew once the work is over: some seconds of that are not ours.
    // DOTNET_TieredCompilation=0 leaves only what was abandoned.
    private static async Task<string> RestAsync()
    {
        using var process = Process.GetCurrentProcess();
        for (var second = 1; second <= LongestRest; second++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            await Task.Delay(1000);
            process.Refresh();
            if ((process.TotalProcessorTime - before).TotalMilliseconds < RestingMilliseconds)
                return string.Create(CultureInfo.InvariantCulture, $"within {second} s");
        }

        return string.Create(CultureInfo.InvariantCulture, $"not within {LongestRest} s");
    }
}
