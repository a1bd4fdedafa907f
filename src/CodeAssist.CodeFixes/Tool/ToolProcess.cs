using System.Diagnostics;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>
/// Starts the tool as a process of its own, with this process's environment and nothing added: keys are the tool's to find.
/// </summary>
internal sealed class ToolProcess(Func<string, string?> variable) : IToolLauncher
{
    // How long a tool may take to finish what it writes (its records) once its input is closed.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public ToolPipes Launch(string path)
    {
        var isAssembly = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo
        {
            FileName = isAssembly ? Dotnet() ?? throw new FileNotFoundException(Messages.Get("DotnetNotFound", path)) : path,
            Arguments = isAssembly ? $"\"{path.Replace("\"", "\\\"")}\" host" : "host",
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Never the repository's folder: what lies there must not decide how the tool runs.
            WorkingDirectory = Path.GetDirectoryName(path) ?? Path.GetTempPath(),
        };
        var process = new Process { StartInfo = start };
        string? lastWords = null;
        process.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrWhiteSpace(line.Data))
                lastWords = line.Data;
        };
        process.Start();

        // Read all the time: a full pipe would stop the tool.
        process.BeginErrorReadLine();
        return new ToolPipes(process.StandardInput.BaseStream, process.StandardOutput.BaseStream)
        {
            End = () => End(process),
            LastWords = () => lastWords,
        };
    }

    // Its input is closed by now, which is its sign to stop; one that hangs does not see it.
    private static void End(Process process) => _ = Task.Run(() =>
    {
        try
        {
            if (!process.WaitForExit((int)Farewell.TotalMilliseconds))
                process.Kill();
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }

        process.Dispose();
    });

    // Looked up by hand: on Windows, starting "dotnet" would look into the current folder first, which may be the repository.
    private string? Dotnet()
    {
        if (variable("DOTNET_HOST_PATH") is { Length: > 0 } host && Path.IsPathRooted(host) && File.Exists(host))
            return host;
        var name = Path.DirectorySeparatorChar == '\\' ? "dotnet.exe" : "dotnet";
        return (variable("PATH") ?? string.Empty)
            .Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
