using System.Diagnostics;
using CodeAssist.Repair.Gate;
using Spectre.Console;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// <c>--quick</c>: verdicts by a stopwatch, by processor time and by what they allocate, check by check; a full recompile now
/// and then in the same run, and twenty verdicts at once.
/// </summary>
internal static class QuickRun
{
    private const int WarmUp = 6;
    private const int AtOnce = 20;

    // Spread over the run, so that other work on the machine disturbs both alike.
    private const int Recompiles = 5;

    public static async Task RunAsync(bool loud, int count)
    {
        foreach (var name in BenchmarkProject.Names)
        {
            var project = await BenchmarkProject.LoadAsync(name, loud);
            var subjects = await Subjects.PlantAsync(project, count + WarmUp);
            Console.WriteLine($"{name}: {project.DocumentIds.Count} files, {subjects.Count} subjects");
            var gate = new RepairGate();
            foreach (var subject in subjects.Take(WarmUp))
            {
                await gate.JudgeAsync(subject.FirstEdit, CancellationToken.None);
                await gate.JudgeAsync(subject.SecondEdit, CancellationToken.None);
            }

            var (first, second, full) = (new List<Measured>(), new List<Measured>(), new List<double>());
            foreach (var (index, subject) in subjects.Skip(WarmUp).Index())
            {
                first.Add(await MeasureAsync(gate, subject.FirstEdit));
                second.Add(await MeasureAsync(gate, subject.SecondEdit));
                if (index % (count / Recompiles) == 0)
                    full.Add(await RecompileAsync(subject));
            }

            foreach (var rejected in first.Concat(second).Select(each => each.Verdict).Where(verdict => !verdict.Accepted).Take(5))
                Console.WriteLine("  rejected: " + rejected.Failure);
            Write(first, second);
            var recompile = Median(full);
            var (one, two) = (Median(first.Select(each => each.Elapsed)), Median(second.Select(each => each.Elapsed)));
            Console.WriteLine($"  full recompile, median of {full.Count}: {recompile:N0} ms; first candidate 1/{recompile / one:N0} of it; second {two / one:N2} of the first");
            if (!loud)
                await WriteAtOnceAsync(subjects);
        }
    }

    /// <summary>The time of a full recompile of the edited project, in milliseconds.</summary>
    public static async Task<double> RecompileAsync(Subject subject)
    {
        var document = subject.Request.Document.WithText(subject.First);
        var clock = Stopwatch.StartNew();
        var compilation = (await document.Project.GetCompilationAsync())!;
        compilation.GetDiagnostics();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<Measured> MeasureAsync(RepairGate gate, CandidateEdit edit)
    {
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var verdict = await gate.JudgeAsync(edit, CancellationToken.None);
        return new Measured(verdict, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
    }

    private static void Write(List<Measured> first, List<Measured> second)
    {
        var table = new Table().AddColumns("", "first, median", "largest", "second, median", "largest");
        Add("checks 1-7 and 9, ms", each => each.Elapsed);
        foreach (var name in RepairGate.CheckNames)
            Add(name + ", ms", each => each.Of(name));
        Add("all checks: processor time, ms", each => each.Processor);
        Add("all checks: allocated, MB", each => each.Megabytes);
        AnsiConsole.Write(table);

        void Add(string what, Func<Measured, double> value) =>
            table.AddRow(what, $"{Median(first.Select(value)):N1}", $"{first.Max(value):N1}", $"{Median(second.Select(value)):N1}", $"{second.Max(value):N1}");
    }

    // By a gate that knows nothing of them.
    private static async Task WriteAtOnceAsync(IReadOnlyList<Subject> subjects)
    {
        var gate = new RepairGate();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(subjects.Take(AtOnce).Select(subject => Task.Run(() => gate.JudgeAsync(subject.FirstEdit, CancellationToken.None))));
        Console.WriteLine($"  {AtOnce} at once: {clock.Elapsed.TotalMilliseconds:N0} ms, {AtOnce / clock.Elapsed.TotalSeconds:N1} verdicts a second");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>A verdict and what it took.</summary>
    private sealed record Measured(Verdict Verdict, double Processor, double Megabytes)
    {
        public double Elapsed => Verdict.Checks.Where(check => check.Name != "analyzers").Sum(check => check.Elapsed.TotalMilliseconds);

        public double Of(string check) => Verdict.Checks.Where(each => each.Name == check).Sum(each => each.Elapsed.TotalMilliseconds);
    }
}
