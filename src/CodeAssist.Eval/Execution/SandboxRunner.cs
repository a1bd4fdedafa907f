using System.Threading.Channels;

namespace CodeAssist.Eval.Execution;

/// <summary>Keeps started processes waiting, so that a program runs as soon as it is compiled. Each runs one program.</summary>
public sealed class SandboxRunner : IProgramRunner
{
    private readonly Confinement _confinement;
    private readonly RunLimits _limits;
    private readonly Channel<SandboxProcess> _warm;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task[] _filling;

    /// <summary>A runner; processes start at once.</summary>
    /// <param name="confinement">How processes are started; the runner owns it from here on.</param>
    /// <param name="waiting">How many are kept waiting; also how many programs it makes sense to run at the same time.</param>
    /// <param name="limits">The memory limit that the processes are started with.</param>
    public SandboxRunner(Confinement confinement, int waiting, RunLimits? limits = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(waiting, 1);
        _confinement = confinement;
        _limits = limits ?? RunLimits.Default;
        _warm = Channel.CreateBounded<SandboxProcess>(waiting);
        _filling = [Task.Run(FillAsync)];
    }

    /// <inheritdoc/>
    public async Task<RunResult> RunAsync(ProgramImage image, RunLimits limits, CancellationToken cancellation)
    {
        if (limits.MemoryBytes != _limits.MemoryBytes)
            throw new ArgumentException("Memory is limited when a process starts: give the limit to the runner.", nameof(limits));
        for (var attempt = 0; ; attempt++)
        {
            await using var process = await _warm.Reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (await process.ReadyAsync(cancellation).ConfigureAwait(false))
                return await process.RunAsync(image, limits, cancellation).ConfigureAwait(false);
            // One may fail to start on a machine at its limits; three in a row are a fact.
            if (attempt == 2)
                throw new ConfinementException(process.Complaint);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_filling).ConfigureAwait(false);
        _warm.Writer.TryComplete();
        while (_warm.Reader.TryRead(out var process))
            await process.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
        _confinement.Dispose();
    }

    private async Task FillAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            var process = SandboxProcess.TryStart(_confinement.StartInfo(_limits), out var problem);
            if (process is null)
            {
                _warm.Writer.TryComplete(new ConfinementException(Messages.Get("RunnerDidNotStart", problem)));
                return;
            }

            try
            {
                await _warm.Writer.WriteAsync(process, _closing.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await process.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
