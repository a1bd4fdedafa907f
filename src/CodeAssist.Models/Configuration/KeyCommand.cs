using System.ComponentModel;
using System.Diagnostics;

namespace CodeAssist.Models.Configuration;

/// <summary>Runs a program that prints a key, such as a password manager's. No shell is between us and it.</summary>
internal static class KeyCommand
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    // What a key can be; a program that prints more is not printing a key.
    private const int MaximumCharacters = 64 * 1024;

    public static string Run(IReadOnlyList<string> command)
    {
        try
        {
#pragma warning disable CDA2008 // Configuration is read in one go, before anything runs that could be blocked; the command has a deadline.
            return RunAsync(command).GetAwaiter().GetResult();
#pragma warning restore CDA2008
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            throw new ConfigurationException(Messages.Get("KeyCommandFailed", command[0], exception.Message.ToOneLine()));
        }
    }

    private static async Task<string> RunAsync(IReadOnlyList<string> command)
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
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            var output = await ReadAsync(process.StandardOutput, deadline.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new ConfigurationException(Messages.Get("KeyCommandExit", command[0], process.ExitCode));
            return output.Length > 0 ? output : throw new ConfigurationException(Messages.Get("KeyCommandEmpty", command[0]));
        }
        catch (OperationCanceledException)
        {
            throw new ConfigurationException(Messages.Get("KeyCommandSlow", command[0], Deadline.TotalSeconds));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var buffer = new char[MaximumCharacters];
        var length = await reader.ReadBlockAsync(buffer, cancellation).ConfigureAwait(false);
        return new string(buffer, 0, length).Trim();
    }
}
