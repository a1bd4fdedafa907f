using BenchmarkDotNet.Attributes;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>What a verdict would take without its fast path: compiling the edited project again. To be run with <see cref="VerdictBenchmarks"/>.</summary>
[OneByOne(warmUp: 1, iterations: 5)]
[MemoryDiagnoser]
public class RecompileBenchmarks
{
    private const int Planted = 10;

    private IReadOnlyList<Subject> _subjects = [];
    private int _next;

    /// <summary>The project.</summary>
    [ParamsSource(nameof(Projects))]
    public string Project { get; set; } = "";

    /// <summary>The projects that there are.</summary>
    public static IEnumerable<string> Projects => BenchmarkProject.Names;

    /// <summary>Loads the project, plants defects and compiles it.</summary>
    [GlobalSetup]
    public async Task SetupAsync() => _subjects = await Subjects.PlantAsync(await BenchmarkProject.LoadAsync(Project, loud: false), Planted);

    /// <summary>Compiles the project with another edit.</summary>
    [Benchmark(Description = "full recompile")]
    public Task<double> RecompileAsync() => QuickRun.RecompileAsync(_subjects[_next++ % _subjects.Count]);
}
