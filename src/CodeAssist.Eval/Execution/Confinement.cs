using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CodeAssist.Eval.Execution;

/// <summary>
/// How the processes that run foreign programs are started: confined by Linux namespaces (no network, a file system that
/// holds the framework, the runner and an empty scratch folder, no privileges, limits of the kernel's), or, where the
/// system does not give that and the user allows it, as a plain process.
/// </summary>
public sealed class Confinement : IDisposable
{
    private const long ScratchBytes = 64L << 20;
    private const long FileBytes = 64L << 20;
    private const int Processes = 96;
    private const int OpenFiles = 256;

    // What the runtime needs beside the managed heap: code, stacks, the heap's own tables.
    private const long RuntimeBytes = 512L << 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("codeassist-eval-");
    private readonly string _dotnet;
    private readonly string _runner;
    private readonly string _root;
    private readonly string _script;

    private Confinement()
    {
        var framework = RuntimeEnvironment.GetRuntimeDirectory();
        _dotnet = Path.GetFullPath(Path.Combine(framework, "..", "..", ".."));
        _runner = Path.Combine(_folder.FullName, "runner");
        _root = Path.Combine(_folder.FullName, "root");
        _script = Path.Combine(_runner, "confine.sh");
        Directory.CreateDirectory(_runner);
        Directory.CreateDirectory(_root);
        Copy("CodeAssist.Eval.Sandbox.dll", Path.Combine(_runner, "CodeAssist.Sandbox.dll"));
        Copy("CodeAssist.Eval.confine.sh", _script);
        File.WriteAllText(Path.Combine(_runner, "CodeAssist.Sandbox.runtimeconfig.json"), $$$"""
            {
              "runtimeOptions": {
                "tfm": "net{{{Environment.Version.ToString(2)}}}",
                "framework": { "name": "Microsoft.NETCore.App", "version": "{{{Environment.Version}}}" }
              }
            }
            """);
        if (!OperatingSystem.IsWindows())
        {
            // An unprivileged user starts from here.
            const UnixFileMode Everyone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            foreach (var path in (string[])[_folder.FullName, _runner, _root, .. Directory.GetFiles(_runner)])
                File.SetUnixFileMode(path, Everyone);
        }
    }

    /// <summary>Why programs run with the user's own rights; null where they are confined.</summary>
    public string? Missing { get; private init; }

    /// <summary>Finds out what the system gives, by trying it.</summary>
    /// <exception cref="ConfinementException">It gives nothing, and the user did not allow to go on without.</exception>
    /// <param name="allowUnconfined">Whether programs may run with the user's own rights where nothing else is to be had.</param>
    /// <param name="cancellation">Stops the trying.</param>
    public static async Task<Confinement> CreateAsync(bool allowUnconfined, CancellationToken cancellation)
    {
        var confinement = new Confinement();
        var missing = await confinement.TryAsync(cancellation).ConfigureAwait(false);
        if (missing is null)
            return confinement;
        confinement.Dispose();
        return allowUnconfined
            ? new Confinement { Missing = missing }
            : throw new ConfinementException(Messages.Get("NotConfined", missing));
    }

    /// <summary>How to start a process that runs one program.</summary>
    /// <param name="limits">What the program may use.</param>
    /// <param name="command">The program, with what it may read; null is the runner that is sent its program.</param>
    internal ProcessStartInfo StartInfo(RunLimits limits, ConfinedCommand? command = null)
    {
        var start = Missing is null ? Confined(limits, command) : Plain(command);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        // Nothing of the user's environment: keys and names are in it.
        var kept = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["DOTNET_ROOT"] = _dotnet;
        start.Environment["HOME"] = Missing is null ? "/scratch" : _root;
        start.Environment["TMPDIR"] = Missing is null ? "/scratch" : _root;
        start.Environment["TZ"] = "UTC";
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.MemoryBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // Its double mapping is one large file in memory, which the limit on file sizes forbids.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (kept is not null)
            start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = kept;
        if (systemRoot is not null)
            start.Environment["SystemRoot"] = systemRoot;
        return start;
    }

    private ProcessStartInfo Plain(ConfinedCommand? command)
    {
        var start = new ProcessStartInfo(Path.Combine(_dotnet, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")) { WorkingDirectory = command?.InTree ?? _root };
        foreach (var argument in command?.Arguments ?? ["exec", Path.Combine(_runner, "CodeAssist.Sandbox.dll")])
            start.ArgumentList.Add(argument);
        return start;
    }

    private ProcessStartInfo Confined(RunLimits limits, ConfinedCommand? shown)
    {
        // A test suite is a bigger program than an answer to a puzzle.
        var scale = shown is null ? 1 : 8;
        List<string> command =
        [
            "unshare", "--user", "--map-root-user", "--net", "--ipc", "--uts", "--mount", "--pid", "--fork", "--kill-child=KILL", "--",
            "/bin/sh", _script, _root, _dotnet, _runner, shown?.Tree ?? string.Empty, shown?.At ?? string.Empty, shown?.Folder ?? "/scratch",
            Number(limits.MemoryBytes * 2 + RuntimeBytes), Number(ScratchBytes * scale), Number(FileBytes * scale), Number(Processes * scale), Number(OpenFiles * scale),
            Path.Combine(_dotnet, "dotnet"), .. shown?.Arguments ?? ["exec", "/runner/CodeAssist.Sandbox.dll"],
        ];
        // The kernel does not hold root to the number of processes, and root's files are root's in every namespace.
        if (Environment.UserName == "root")
            command.InsertRange(0, ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--"]);
        var start = new ProcessStartInfo(command[0]) { WorkingDirectory = "/" };
        foreach (var argument in command[1..])
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private async Task<string?> TryAsync(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            return Messages.Get("ConfinementOnlyLinux");
        await using var process = SandboxProcess.TryStart(StartInfo(RunLimits.Default), out var problem);
        return process is null || await process.ReadyAsync(cancellation).ConfigureAwait(false)
            ? problem
            : process.Complaint;
    }

    private static void Copy(string resource, string path)
    {
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var to = File.Create(path);
        from.CopyTo(to);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending may still hold a file; the folder is in the system's scratch space.
        }
    }
}
