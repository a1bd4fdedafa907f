using System.Diagnostics;
using System.Globalization;
using CodeAssist.Repair.Tests.Mutations;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// <c>equivalence --count N [--seed S] [folder...]</c>: judges mutated programs on both paths. Without folders the
/// programs are parts of this repository.
/// </summary>
internal static class EquivalenceRun
{
    public static async Task<int> RunAsync(int count, uint seed, IReadOnlyList<string> folders)
    {
        IReadOnlyList<IReadOnlyList<string>> programs = folders.Count > 0 ? [.. folders.Select(RealSource.FilesBelow)] : [RealSource.Engine, RealSource.Orders];
        var clock = Stopwatch.StartNew();
        var problems = 0;
        for (var i = 0; i < programs.Count; i++)
        {
            var run = new Equivalence();
            var share = (count / programs.Count) + (i < count % programs.Count ? 1 : 0);
            var program = await MutatedProgram.OfAsync(programs[i]);
            await run.RunAsync(program, seed + (uint)i, share, () =>
            {
                if (run.Judged % 250 == 0)
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Judged} of {share}, {run.Problems.Count} problems, {clock.Elapsed.TotalSeconds:F0} s"));
            });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"program {i + 1} ({program.Project.DocumentIds.Count} files): {run.Judged} judged, {run.Accepted} accepted, rejected by {string.Join(", ", run.RejectedBy.Select(pair => $"{pair.Key} {pair.Value}"))}; {run.Problems.Count} problems"));
            foreach (var problem in run.Problems)
                Console.WriteLine(problem);
            problems += run.Problems.Count;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} mutated programs, seed {seed}: {problems} problems in {clock.Elapsed.TotalMinutes:F1} min"));
        return problems == 0 ? 0 : 1;
    }
}
