using System.ComponentModel;
using System.Diagnostics;

namespace CodeAssist.Models.Configuration;

/// <summary>Runs a program that prints a key, such as a password manager's. No shell is between us and it.</summary>
internal static class KeyCommand
{
    // Whoever waits for a person (a card, a password) has a terminal for it; an IDE has none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // An agent that the program left behind may keep its output open for good: what was printed is there by then.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);

    // What a key can be; a program that prints more is not printing a key.
    private const int MaximumCharacters = 64 * 1024;

    /// <summary>The key that the program prints.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="patience">How long it may take; null for ten seconds.</param>
    /// <exception cref="ConfigurationException">It does not print one.</exception>
    public static string Run(IReadOnlyList<string> command, TimeSpan? patience = null)
    {
        try
        {
#pragma warning disable CDA2008 // Configuration is read in one go, before anything runs that could be blocked; the command has a deadline.
            return RunAsync(command, patience ?? Patience).GetAwaiter().GetResult();
#pragma warning restore CDA2008
        }
        catch (Win32Exception exception)
        {
            // The runtime's message adds the working folder, which is ours and helps nobody.
            throw new ConfigurationException(Messages.Get("KeyCommandFailed", command[0], new Win32Exception(exception.NativeErrorCode).Message.ToOneLine()));
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            throw new ConfigurationException(Messages.Get("KeyCommandFailed", command[0], exception.Message.ToOneLine()));
        }
    }

    private static async Task<string> RunAsync(IReadOnlyList<string> command, TimeSpan patience)
    {
        var start = new ProcessStartInfo(ProgramPath.Find(command[0]) ?? throw new ConfigurationException(Messages.Get("KeyCommandMissing", command[0])))
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start) ?? throw new InvalidOperationException(command[0]);
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            var output = await ReadAsync(process, deadline.Token).ConfigureAwait(false)
                ?? throw new ConfigurationException(Messages.Get("KeyCommandLong", command[0], MaximumCharacters));
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new ConfigurationException(Messages.Get("KeyCommandExit", command[0], process.ExitCode));
            return output.Length > 0 ? output : throw new ConfigurationException(Messages.Get("KeyCommandEmpty", command[0]));
        }
        catch (OperationCanceledException)
        {
            throw new ConfigurationException(Messages.Get("KeyCommandSlow", command[0], patience.TotalSeconds));
        }
        finally
        {
            End(process);
        }
    }

    // What is printed until the output ends, or shortly after the program did; null where that is too much.
    private static async Task<string?> ReadAsync(Process process, CancellationToken deadline)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        var ending = EndAfterAsync(process, ended);
        var buffer = new char[MaximumCharacters + 1];
        var length = 0;
        try
        {
            while (length < buffer.Length)
            {
                // A pipe is not always read in a way that can be interrupted; waiting for it can.
                var read = await process.StandardOutput.ReadAsync(buffer.AsMemory(length), ended.Token).AsTask().WaitAsync(ended.Token).ConfigureAwait(false);
                if (read == 0)
                    break;
                length += read;
            }
        }
        catch (OperationCanceledException) when (!deadline.IsCancellationRequested)
        {
            // The program has ended, and somebody else holds its output.
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await ending.ConfigureAwait(false);
        return length > MaximumCharacters ? null : new string(buffer, 0, length).Trim();
    }

    private static async Task EndAfterAsync(Process process, CancellationTokenSource ended)
    {
        try
        {
            await process.WaitForExitAsync(ended.Token).ConfigureAwait(false);
            await Task.Delay(Grace, ended.Token).ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The output ended first, or the time is over.
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or AggregateException)
        {
            // It has ended meanwhile, or the system does not let it be ended: what went wrong before is the reason to tell.
        }
    }
}
