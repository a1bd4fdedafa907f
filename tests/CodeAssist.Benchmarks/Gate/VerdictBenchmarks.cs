using BenchmarkDotNet.Attributes;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// Verdicts on a generated project of 100,000 lines and, where <see cref="BenchmarkProject.Variable"/> names one, on a real
/// project: of the checks 1 to 7 and 9, with check 8, of a second candidate, of twenty at once. Every iteration judges another edit, so that nothing is known of it beforehand.
/// </summary>
[OneByOne(warmUp: 5, iterations: 25)]
[MemoryDiagnoser]
public class VerdictBenchmarks
{
    private const int Planted = 60;
    private const int AtOnce = 20;

    private IReadOnlyList<Subject> _quiet = [];
    private IReadOnlyList<Subject> _loud = [];
    private RepairGate _gate = new();
    private int _next;

    /// <summary>The project.</summary>
    [ParamsSource(nameof(Projects))]
    public string Project { get; set; } = "";

    /// <summary>The projects that there are.</summary>
    public static IEnumerable<string> Projects => BenchmarkProject.Names;

    private Subject Quiet => _quiet[_next % _quiet.Count];

    private Subject Loud => _loud[_next % _loud.Count];

    /// <summary>Loads the project, plants defects and compiles it.</summary>
    [GlobalSetup(Targets = [nameof(FirstAsync), nameof(SecondAsync), nameof(TwentyAsync)])]
    public async Task SetupAsync() => _quiet = await Subjects.PlantAsync(await BenchmarkProject.LoadAsync(Project, loud: false), Planted);

    /// <summary>The same with the SDK's analyzers and ours as warnings.</summary>
    [GlobalSetup(Target = nameof(WithAnalyzersAsync))]
    public async Task SetupLoudAsync() => _loud = await Subjects.PlantAsync(await BenchmarkProject.LoadAsync(Project, loud: true), Planted);

    /// <summary>Another edit, and a gate that knows nothing.</summary>
    [IterationSetup(Targets = [nameof(FirstAsync), nameof(TwentyAsync), nameof(WithAnalyzersAsync)])]
    public void Turn() => (_next, _gate) = (_next + 1, new RepairGate());

    /// <summary>Another edit, of which the gate has judged the first candidate.</summary>
    [IterationSetup(Target = nameof(SecondAsync))]
    public void TurnAndJudge()
    {
        Turn();
        Accepted(_gate.JudgeAsync(Quiet.FirstEdit, CancellationToken.None).GetAwaiter().GetResult());
    }

    /// <summary>The first candidate for a region, without loud analyzers.</summary>
    [Benchmark(Description = "first candidate, checks 1-7 and 9")]
    public async Task<Verdict> FirstAsync() => Accepted(await _gate.JudgeAsync(Quiet.FirstEdit, CancellationToken.None));

    /// <summary>The second candidate for the same region.</summary>
    [Benchmark(Description = "second candidate, checks 1-7 and 9")]
    public async Task<Verdict> SecondAsync() => Accepted(await _gate.JudgeAsync(Quiet.SecondEdit, CancellationToken.None));

    /// <summary>All checks, with the SDK's analyzers and ours as warnings.</summary>
    [Benchmark(Description = "first candidate, all checks, loud analyzers")]
    public Task<Verdict> WithAnalyzersAsync() => _gate.JudgeAsync(Loud.FirstEdit, CancellationToken.None);

    /// <summary>Twenty first candidates at once; the time is that of one.</summary>
    [Benchmark(Description = "twenty at once, each", OperationsPerInvoke = AtOnce)]
    public async Task<int> TwentyAsync() =>
        (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(each =>
            Task.Run(() => _gate.JudgeAsync(_quiet[(_next + each) % _quiet.Count].FirstEdit, CancellationToken.None))))).Count(verdict => verdict.Accepted);

    private static Verdict Accepted(Verdict verdict) =>
        verdict.Accepted ? verdict : throw new InvalidOperationException("A repair was rejected by " + verdict.Failure + ": what is measured is an accepted one.");
}
