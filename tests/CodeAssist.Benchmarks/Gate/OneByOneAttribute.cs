using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// One operation an iteration, with its median, and in this process, because the real project's compiler is found once
/// for it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OneByOneAttribute : Attribute, IConfigSource
{
    public OneByOneAttribute(int warmUp, int iterations) => Config = ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithWarmupCount(warmUp)
            .WithIterationCount(iterations))
        .AddColumn(StatisticColumn.Median);

    public IConfig Config { get; }
}
