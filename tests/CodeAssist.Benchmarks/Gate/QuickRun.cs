using System.Diagnostics;
using System.Globalization;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Benchmarks.Gate;

/// <summary><c>--quick</c>: medians by a stopwatch, check by check, to find what is slow.</summary>
internal static class QuickRun
{
    private const int WarmUp = 6;

    public static async Task RunAsync(bool loud, int count)
    {
        foreach (var name in BenchmarkProject.Names)
        {
            var project = await BenchmarkProject.LoadAsync(name, loud);
            var subjects = await Subjects.PlantAsync(project, count + WarmUp);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {project.DocumentIds.Count} files, {subjects.Count} subjects"));
            var gate = new RepairGate();
            foreach (var subject in subjects.Take(WarmUp))
            {
                await gate.JudgeAsync(subject.FirstEdit, CancellationToken.None);
                await gate.JudgeAsync(subject.SecondEdit, CancellationToken.None);
            }

            var (first, second) = (new List<Verdict>(), new List<Verdict>());
            foreach (var subject in subjects.Skip(WarmUp))
            {
                first.Add(await gate.JudgeAsync(subject.FirstEdit, CancellationToken.None));
                second.Add(await gate.JudgeAsync(subject.SecondEdit, CancellationToken.None));
            }

            foreach (var rejected in first.Concat(second).Where(verdict => !verdict.Accepted).Take(5))
                Console.WriteLine("  rejected: " + rejected.Failure);
            Write("first", first);
            Write("second", second);
            var full = await RecompileAsync(subjects[0]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  full recompile {full:F0} ms"));
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

    private static void Write(string what, List<Verdict> verdicts)
    {
        var total = verdicts.Select(verdict => verdict.Checks.Where(check => check.Name != "analyzers").Sum(check => check.Elapsed.TotalMilliseconds)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: checks 1-7 and 9 median {Median(total):F1} ms, largest {total.Max():F1} ms"));
        foreach (var name in RepairGate.CheckNames)
        {
            var times = verdicts.SelectMany(verdict => verdict.Checks).Where(check => check.Name == name).Select(check => check.Elapsed.TotalMilliseconds).ToList();
            if (times.Count > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {name,-10} median {Median(times),7:F1}  largest {times.Max(),7:F1}"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
