using System.ComponentModel;
using System.Diagnostics;

namespace CodeAssist.Cli.Loading;

/// <summary>The installed .NET SDK: where it is, and how its command is run.</summary>
internal static class Sdk
{
    // Set by an outer `dotnet run` or `dotnet test` for its own build; a build of the user's project finds its own.
    private static readonly string[] OuterBuild =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH"];

    /// <summary>
    /// The folder of the installation that this process runs on, which holds <c>sdk</c> and <c>packs</c>; null where
    /// the runtime does not stand in one.
    /// </summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>The folder of the SDK that is in charge below a folder (as <c>global.json</c> says); null where there is none.</summary>
    public static async Task<string?> FolderForAsync(string folder, CancellationToken cancellation)
    {
        if (Root is null)
            return null;
        var (exitCode, output) = await RunAsync(["--version"], folder, cancellation).ConfigureAwait(false);
        var sdk = Path.Combine(Root, "sdk", output.Trim());
        return exitCode == 0 && Directory.Exists(sdk) ? sdk : null;
    }

    /// <summary>The same for projects, which cannot be loaded without an SDK: ends the command where none fits.</summary>
    public static async Task<string?> RequiredForAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            var (exitCode, output) = await RunAsync(["--version"], folder, cancellation).ConfigureAwait(false);
            if (exitCode == 0)
                return Root is not null && Path.Combine(Root, "sdk", output.Trim()) is var sdk && Directory.Exists(sdk) ? sdk : null;

            // After a page of guesses, the host's last words say what to install, and which global.json asks for it.
            var advice = output.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(line => line.StartsWith("Install the [", StringComparison.Ordinal));
            throw ToolException.Input("SdkMissing", folder, advice ?? Texts.OneLine(output));
        }
        catch (Win32Exception)
        {
            throw ToolException.Input("NoSdk");
        }
    }

    /// <summary>Runs the <c>dotnet</c> command and gives its exit code and everything that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Command(), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in OuterBuild)
            start.Environment.Remove(name);
        using var process = Process.Start(start) ?? throw ToolException.Input("NoSdk");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false) + await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Command()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host))
            return host;
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Root is not null && File.Exists(Path.Combine(Root, name)) ? Path.Combine(Root, name) : name;
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
    private static string? FindRoot()
    {
        var root = Path.GetDirectoryName(typeof(object).Assembly.Location) is { Length: > 0 } runtime
            ? Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."))
            : null;
        return root is not null && Directory.Exists(Path.Combine(root, "sdk")) ? root : null;
    }
}
