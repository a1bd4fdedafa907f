using System.Buffers.Binary;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CodeAssist.Eval.Execution;

namespace CodeAssist.Eval.Projects;

/// <summary>A process that runs the tests of one assembly once and tells how each ended.</summary>
internal sealed class TestProcess : IDisposable
{
    private const int SecretLength = 32;
    private const int LongestNotice = 1 << 16;
    private const int LongestReport = 256 << 20;
    private const int KeptOutput = 2048;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;
    private readonly Dictionary<string, TestResult> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);

    private TestProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadOutputAsync);
    }

    /// <summary>Starts the process.</summary>
    /// <exception cref="ConfinementException">The system cannot.</exception>
    public static TestProcess Start(ProcessStartInfo start)
    {
        try
        {
            return new TestProcess(Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            throw new ConfinementException(Messages.Get("RunnerDidNotStart", exception.Message));
        }
    }

    /// <summary>Runs tests and waits for their end, for the first failure that matters, or for the end of their time.</summary>
    /// <param name="methods">The methods that are run; empty for all.</param>
    /// <param name="stopsAt">Whether the failure of a test ends the run.</param>
    /// <param name="limits">How long they may take, and how much they may write.</param>
    /// <param name="cancellation">Ends them.</param>
    public async Task<TestRun> RunAsync(IReadOnlyCollection<string> methods, Func<string, bool> stopsAt, RunLimits limits, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(limits.Time);
        try
        {
            var secret = RandomNumberGenerator.GetBytes(SecretLength);
            if (await ReadAsync(1, end.Token).ConfigureAwait(false) is not [(byte)'R'] || !await SendAsync(secret, methods, end.Token).ConfigureAwait(false))
                return await CrashedAsync(watch).ConfigureAwait(false);
            return await FollowAsync(secret, stopsAt, watch, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Told(TestRunEnd.TimedOut, $"still running after {limits.Time.TotalSeconds:0.#} s: {string.Join(", ", _running.Order(StringComparer.Ordinal).Take(1))}", watch);
        }
    }

    private async Task<TestRun> FollowAsync(byte[] secret, Func<string, bool> stopsAt, Stopwatch watch, CancellationToken cancellation)
    {
        while (await ReadAsync(1 + sizeof(int), cancellation).ConfigureAwait(false) is { } head)
        {
            var kind = (char)head[0];
            var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
            if (length < 0 || length > (kind is 'D' or 'X' ? LongestReport : LongestNotice) || await ReadAsync(length, cancellation).ConfigureAwait(false) is not { } content)
                break;
            switch (kind)
            {
                case 'S':
                    _running.Add(Encoding.UTF8.GetString(content));
                    break;
                case 'E' when length > 1:
                    var name = Encoding.UTF8.GetString(content.AsSpan(1));
                    _running.Remove(name);
                    _told[name] = new TestResult(content[0] == 'P', content[0] == 'F', name, string.Empty);
                    if (content[0] == 'F' && stopsAt(name))
                        return Told(TestRunEnd.Stopped, name, watch);
                    break;
                case 'D' or 'X' when length >= SecretLength && CryptographicOperations.FixedTimeEquals(content.AsSpan(0, SecretLength), secret):
                    return kind == 'D'
                        ? new TestRun(TestRunEnd.Completed, string.Empty, watch.Elapsed) { Results = Parse(content.AsMemory(SecretLength)) }
                        : new TestRun(TestRunEnd.NotRun, Encoding.UTF8.GetString(content.AsSpan(SecretLength)), watch.Elapsed);
                default:
                    return Told(TestRunEnd.Crashed, "a report without the secret of this run: forged", watch);
            }
        }

        return await CrashedAsync(watch).ConfigureAwait(false);
    }

    private TestRun Told(TestRunEnd ended, string detail, Stopwatch watch) =>
        new(ended, detail, watch.Elapsed) { Results = _told.ToImmutableDictionary(StringComparer.Ordinal), Running = [.. _running.Order(StringComparer.Ordinal)] };

    private async Task<TestRun> CrashedAsync(Stopwatch watch)
    {
        Kill();
        await _reading.ConfigureAwait(false);
        var said = string.Join(' ', _output.ToString().Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return Told(TestRunEnd.Crashed, said.Length == 0 ? "the process ended without a report" : said[..Math.Min(said.Length, 400)], watch);
    }

    private static ImmutableDictionary<string, TestResult> Parse(ReadOnlyMemory<byte> report)
    {
        var results = ImmutableDictionary.CreateBuilder<string, TestResult>(StringComparer.Ordinal);
        using var reader = new BinaryReader(new MemoryStream(report.ToArray()), Encoding.UTF8);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var outcome = (char)reader.ReadByte();
            results[reader.ReadString()] = new TestResult(outcome == 'P', outcome == 'F', reader.ReadString(), reader.ReadString());
        }

        return results.ToImmutable();
    }

    private async Task<bool> SendAsync(byte[] secret, IReadOnlyCollection<string> methods, CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        using var writer = new BinaryWriter(message);
        writer.Write(secret);
        writer.Write(methods.Count);
        foreach (var bytes in methods.Select(Encoding.UTF8.GetBytes))
        {
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }

        try
        {
            var stream = _process.StandardInput.BaseStream;
            await stream.WriteAsync(message.GetBuffer().AsMemory(0, (int)message.Length), cancellation).ConfigureAwait(false);
            await stream.FlushAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // As many bytes as are asked for; null where the process went before.
    private async Task<byte[]?> ReadAsync(int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        return await _process.StandardOutput.BaseStream.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == length ? bytes : null;
    }

    // Tests may talk as long as their time lasts; the beginning tells why a process did not start, and is kept.
    private async Task ReadOutputAsync()
    {
        var buffer = new char[4096];
        try
        {
            while (await _process.StandardError.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
            {
                if (_output.Length < KeptOutput)
                    _output.Append(buffer, 0, Math.Min(read, KeptOutput - _output.Length));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
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

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
