using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace CodeAssist.Eval.Execution;

/// <summary>A process that was started in advance, runs one program, and is gone.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private const int SecretLength = 32;
    private const int LongestReport = 1 + SecretLength + 8192;
    private const int KeptOutput = 8192;

    // What the runtime prints where a Debug.Assert fails, before it ends the process.
    private const string AssertionMark = "Assertion failed.";

    // A start takes a tenth of a second; a machine under load may take hundreds of times that.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly CancellationTokenSource _flooded = new();
    private readonly Task _reading;
    private readonly Task<bool> _ready;
    private long _outputBytes;
    private long _outputLimit = KeptOutput;

    private SandboxProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadOutputAsync);
        _ready = Task.Run(AwaitReadyAsync);
    }

    /// <summary>What the process said on its error stream instead of starting, on one line.</summary>
    public string Complaint
    {
        get
        {
            var text = Text().Trim();
            return text.Length == 0 ? Messages.Get("RunnerDidNotStart", "-") : Messages.Get("RunnerDidNotStart", text.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Starts a process; null where the system cannot, with the reason.</summary>
    public static SandboxProcess? TryStart(ProcessStartInfo start, out string? problem)
    {
        try
        {
            problem = null;
            return new SandboxProcess(Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    /// <summary>Whether the process came up and waits for its program.</summary>
    public Task<bool> ReadyAsync(CancellationToken cancellation) => _ready.WaitAsync(cancellation);

    /// <summary>Hands the program over and waits for its end or its limits.</summary>
    public async Task<RunResult> RunAsync(ProgramImage image, RunLimits limits, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        Interlocked.Exchange(ref _outputLimit, limits.OutputBytes);
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _flooded.Token);
        end.CancelAfter(limits.Time);
        try
        {
            await SendAsync(image, secret, end.Token).ConfigureAwait(false);
            var report = await ReadReportAsync(end.Token).ConfigureAwait(false);
            // The report is in; what the process still wants to say is of no interest, but what it said before is.
            Kill();
            await _reading.WaitAsync(end.Token).ConfigureAwait(false);
            return Judge(report, secret, watch.Elapsed);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Result(
                _flooded.IsCancellationRequested ? RunOutcome.TooMuchOutput : RunOutcome.TimedOut,
                _flooded.IsCancellationRequested ? $"more than {limits.OutputBytes} bytes of output" : $"still running after {limits.Time.TotalSeconds:0.#} s",
                watch.Elapsed);
        }
        finally
        {
            Kill();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _reading.ConfigureAwait(false);
        await _ready.ConfigureAwait(false);
        _process.Dispose();
        _flooded.Dispose();
    }

    private async Task<bool> AwaitReadyAsync()
    {
        using var patience = new CancellationTokenSource(LongestStart);
        var sign = new byte[1];
        try
        {
            return await _process.StandardOutput.BaseStream.ReadAsync(sign, patience.Token).ConfigureAwait(false) == 1 && sign[0] == 'R';
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task SendAsync(ProgramImage image, byte[] secret, CancellationToken cancellation)
    {
        try
        {
            var stream = _process.StandardInput.BaseStream;
            await stream.WriteAsync(secret, cancellation).ConfigureAwait(false);
            await SendAsync(stream, image.Assembly.AsMemory(), cancellation).ConfigureAwait(false);
            await stream.WriteAsync(Number(image.Libraries.Length), cancellation).ConfigureAwait(false);
            foreach (var library in image.Libraries)
                await SendAsync(stream, library.AsMemory(), cancellation).ConfigureAwait(false);
            await stream.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It is gone: there will be no report, and that says it all.
        }
    }

    private static async Task SendAsync(Stream stream, ReadOnlyMemory<byte> assembly, CancellationToken cancellation)
    {
        await stream.WriteAsync(Number(assembly.Length), cancellation).ConfigureAwait(false);
        await stream.WriteAsync(assembly, cancellation).ConfigureAwait(false);
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    // All there is until every process that could write is gone, or more than any report holds.
    private async Task<byte[]> ReadReportAsync(CancellationToken cancellation)
    {
        var report = new byte[LongestReport + 1];
        var length = 0;
        while (length < report.Length)
        {
            var read = await _process.StandardOutput.BaseStream.ReadAsync(report.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }

        return report[..length];
    }

    private RunResult Judge(byte[] report, byte[] secret, TimeSpan elapsed)
    {
        var signed = report.Length is > SecretLength and <= LongestReport
            && CryptographicOperations.FixedTimeEquals(report.AsSpan(1, SecretLength), secret);
        if (signed)
        {
            var message = OneLine(Encoding.UTF8.GetString(report.AsSpan(1 + SecretLength)));
            return report[0] switch
            {
                (byte)'P' when report.Length == 1 + SecretLength => Result(RunOutcome.Passed, string.Empty, elapsed),
                (byte)'M' => Result(RunOutcome.OutOfMemory, message, elapsed),
                _ => Result(RunOutcome.Failed, message, elapsed),
            };
        }

        if (report.Length > 0)
            return Result(RunOutcome.Failed, "a report without the secret of this run: forged", elapsed);
        var said = Text();
        if (said.Contains(AssertionMark, StringComparison.Ordinal))
            return Result(RunOutcome.Failed, AssertionLine(said), elapsed);
        return said.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || said.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal)
            ? Result(RunOutcome.OutOfMemory, OneLine(said), elapsed)
            : Result(RunOutcome.Crashed, said.Length == 0 ? "the process ended without a report" : OneLine(said), elapsed);
    }

    private static string AssertionLine(string said)
    {
        var from = said.IndexOf(AssertionMark, StringComparison.Ordinal);
        return OneLine(said[from..]);
    }

    private RunResult Result(RunOutcome outcome, string detail, TimeSpan elapsed) => new(outcome, detail, Text(), elapsed);

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length > 400 ? line[..400] + "..." : line;
    }

    private async Task ReadOutputAsync()
    {
        var buffer = new char[4096];
        try
        {
            while (await _process.StandardError.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
            {
                lock (_output)
                    _output.Append(buffer, 0, Math.Min(read, KeptOutput - Math.Min(KeptOutput, _output.Length)));
                _outputBytes += read;
                if (_outputBytes > Interlocked.Read(ref _outputLimit))
                {
                    await _flooded.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
    }

    private string Text()
    {
        lock (_output)
            return _output.ToString();
    }

    // The first process of the namespace goes with the one that was started, and everything else in it with that.
    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself.
        }
    }
}
