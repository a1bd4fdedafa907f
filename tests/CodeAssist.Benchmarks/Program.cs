using CodeAssist.Benchmarks.Gate;

namespace CodeAssist.Benchmarks;

/// <summary>Runs measurements: <c>--quick</c>, or BenchmarkDotNet with its own arguments.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "--quick":
                await QuickRun.RunAsync(args.Contains("--loud"), 40);
                return 0;
            default:
                BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }
}
