using System.Diagnostics;
using System.Text;

namespace CodeAssist.Package.Tests;

/// <summary>How a process ended.</summary>
internal sealed record Run(int ExitCode, string Output)
{
    /// <summary>The run, which must have gone well.</summary>
    public Run Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}");
        return this;
    }

    /// <summary>The run, which must have failed.</summary>
    public Run Failed()
    {
        Assert.True(ExitCode != 0, $"exit code 0\n{Output}");
        return this;
    }
}

/// <summary>Runs <c>dotnet</c>, or another program, as a user would in a fresh shell.</summary>
internal static class Dotnet
{
    // Nothing here takes a minute; a machine that is busy with other tests gets more.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Runs <c>dotnet</c> in a folder.</summary>
    public static Task<Run> RunAsync(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        RunProgramAsync("dotnet", folder, arguments, environment);

    /// <summary>Runs a program in a folder; standard output and error come together.</summary>
    public static async Task<Run> RunProgramAsync(string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // What the test run's own MSBuild and this user's settings put there must not reach the fresh shell.
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Settings.Concat(environment ?? new Dictionary<string, string>()))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var time = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end\n{output}");
        }

        return new Run(process.ExitCode, output.ToString());

        void Add(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }
    }

    private static Dictionary<string, string> Settings { get; } = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",

        // No process of the build outlives it and holds files of a scratch folder.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CODEASSIST_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_HOST", StringComparison.OrdinalIgnoreCase)
        || name is "CI" or "Configuration" or "Platform";
}
