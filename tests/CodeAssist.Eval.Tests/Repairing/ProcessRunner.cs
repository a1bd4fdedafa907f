using System.Diagnostics;
using CodeAssist.Eval.Repairing;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>Runs the tests of our own cases, which are trusted, each in a process of its own.</summary>
internal sealed class ProcessRunner : IHiddenTestRunner
{
    private const string RuntimeConfiguration =
        """{"runtimeOptions":{"tfm":"net10.0","framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"}}}""";

    public async Task<HiddenTestRun> RunAsync(byte[] image, CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        var program = Path.Combine(scratch.Folder, "program.dll");
        await File.WriteAllBytesAsync(program, image, cancellation);
        await File.WriteAllTextAsync(Path.ChangeExtension(program, ".runtimeconfig.json"), RuntimeConfiguration, cancellation);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program])
        {
            RedirectStandardError = true,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0", ["DOTNET_TieredPGO"] = "0" },
        })!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return new HiddenTestRun(false, "The tests do not end.");
        }

        return new HiddenTestRun(process.ExitCode == 0, process.ExitCode == 0 ? null : (await error).Split('\n')[0]);
    }
}
