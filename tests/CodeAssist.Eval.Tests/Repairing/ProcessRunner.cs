using System.Diagnostics;
using CodeAssist.Eval.Execution;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>Runs the tests of our own cases, which are trusted, each in a process of its own.</summary>
internal sealed class ProcessRunner : IProgramRunner
{
    private const string RuntimeConfiguration =
        """{"runtimeOptions":{"tfm":"net10.0","framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"}}}""";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<RunResult> RunAsync(ProgramImage image, RunLimits limits, CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        var program = Path.Combine(scratch.Folder, "program.dll");
        await File.WriteAllBytesAsync(program, image.Assembly.AsMemory(), cancellation);
        await File.WriteAllTextAsync(Path.ChangeExtension(program, ".runtimeconfig.json"), RuntimeConfiguration, cancellation);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program])
        {
            RedirectStandardError = true,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0", ["DOTNET_TieredPGO"] = "0" },
        })!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Time);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return new RunResult(RunOutcome.TimedOut, "The tests do not end.", string.Empty, limits.Time);
        }

        return process.ExitCode == 0
            ? new RunResult(RunOutcome.Passed, string.Empty, string.Empty, TimeSpan.Zero)
            : new RunResult(RunOutcome.Failed, (await error).Split('\n')[0], string.Empty, TimeSpan.Zero);
    }
}
