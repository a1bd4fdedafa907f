using System.Globalization;
using CodeAssist.Benchmarks.Evaluating;
using CodeAssist.Benchmarks.Gate;
using CodeAssist.Benchmarks.Rules;

namespace CodeAssist.Benchmarks;

/// <summary>
/// Runs measurements: <c>--quick [--loud] [--count N]</c>, <c>cancellation</c>, <c>equivalence</c>, <c>shapes</c>, <c>rules</c>, <c>peers</c>, <c>eval --data FILE [--alone N]</c>, or BenchmarkDotNet with its own
/// arguments.
/// </summary>
internal static class Program
{
    private const int QuickSubjects = 40;
    private const int Cancellations = 200;
    private const int WidthOfFile = 200;

    private static async Task<int> Main(string[] args)
    {
        // A table in a file is as wide as it needs to be.
        if (Console.IsOutputRedirected)
            Spectre.Console.AnsiConsole.Profile.Width = WidthOfFile;
        switch (args.FirstOrDefault())
        {
            case "--quick":
                await QuickRun.RunAsync(args.Contains("--loud"), Number(args, "--count", QuickSubjects));
                return 0;
            case "cancellation":
                await CancellationRun.RunAsync(Cancellations);
                return 0;
            case "equivalence":
                return await EquivalenceRun.RunAsync(Number(args, "--count", 5000), (uint)Number(args, "--seed", 20261123), [.. args.Where(Directory.Exists)]);
            case "shapes":
                await ShapeRun.RunAsync(args[1..]);
                return 0;
            case "rules":
                await RuleRun.RunAsync();
                return 0;
            case "eval" when Text(args, "--data") is { } data:
                await ThroughputRun.RunAsync(Path.GetFullPath(data), Number(args, "--alone", 6));
                return 0;
            case "peers" when Text(args, "--project") is { } project:
                await PeerRun.RunAsync(project, Text(args, "--framework"), Number(args, "--runs", 3), args.Contains("--warm"));
                return 0;
            default:
                BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }

    private static int Number(string[] args, string option, int otherwise) =>
        Text(args, option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
