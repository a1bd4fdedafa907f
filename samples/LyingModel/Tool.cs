using System.ComponentModel;
using System.Diagnostics;

namespace LyingModel;

/// <summary>The <c>codeassist</c> tool, run as a process of its own.</summary>
internal sealed class Tool(string path)
{
    /// <summary>Builds the repository's tool and says where it is.</summary>
    public static async Task<Tool> BuildAsync(string repository, CancellationToken cancellation)
    {
        var project = Path.Combine(repository, "src", "CodeAssist.Cli", "CodeAssist.Cli.csproj");
        var build = await RunAsync("dotnet", ["build", project, "--nologo", "--verbosity", "quiet"], [], cancellation);
        if (build.ExitCode != 0)
            throw new InvalidOperationException("The tool does not build:" + Environment.NewLine + build.Output);
        var where = await RunAsync("dotnet", ["msbuild", project, "-getProperty:TargetPath"], [], cancellation);
        return new Tool(where.Output.Trim());
    }

    /// <summary>Asks the server's model for a fix of the project's CDA3001, as a dry run; returns the tool's JSON.</summary>
    public async Task<ProcessResult> FixAsync(string project, string endpoint, string model, CancellationToken cancellation)
    {
        // An empty configuration: what the user has set up is neither used nor touched.
        var home = Directory.CreateTempSubdirectory("lying-model-");
        try
        {
            var environment = new Dictionary<string, string?>
            {
                ["CODEASSIST_ENDPOINT"] = endpoint,
                ["CODEASSIST_MODEL"] = model,
                ["CODEASSIST_API_KEY"] = null,
                ["CODEASSIST_KIND"] = null,
                ["CODEASSIST_MODEL_FIXES"] = null,
                ["XDG_CONFIG_HOME"] = home.FullName,
                ["XDG_CACHE_HOME"] = home.FullName,
                ["NO_PROXY"] = "127.0.0.1",
            };
            string[] arguments = ["fix", project, "--diagnostic", "CDA3001", "--model", "env", "--format", "json"];
            return path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                ? await RunAsync("dotnet", [path, .. arguments], environment, cancellation)
                : await RunAsync(path, arguments, environment, cancellation);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<ProcessResult> RunAsync(
        string program, string[] arguments, Dictionary<string, string?> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new Win32Exception($"{program} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new ProcessResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>How a process ended, and what it wrote.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Error);
