using System.Diagnostics;
using System.Reflection;

namespace CodeAssist.CodeFixes.Model;

/// <summary>What kind of program loaded the code fixes: it decides whether waiting is right.</summary>
internal enum HostKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>An IDE: the light bulb never waits, and a caret that rests on a squiggle sends nothing to another machine.</summary>
    Interactive,

    /// <summary>A program that applies fixes in one go, such as <c>dotnet format</c>: there is no second chance.</summary>
    Batch,
}

/// <summary>Recognises the program that loaded the code fixes.</summary>
internal static class HostKinds
{
    private static readonly string[] Interactive =
        ["devenv", "ServiceHub", "Microsoft.VisualStudio.Code", "Microsoft.CodeAnalysis.LanguageServer", "OmniSharp", "JetBrains", "Rider"];

    private static readonly string[] Batch = ["dotnet-format", "roslynator", "Roslynator.CommandLine"];

    /// <summary>This program's kind.</summary>
    public static HostKind OfThisProgram()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            return Of(Assembly.GetEntryAssembly()?.GetName().Name, process.ProcessName);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            // A program that may not look at itself.
            return HostKind.Unknown;
        }
    }

    /// <summary>The kind of a program with these names.</summary>
    /// <param name="entryAssembly">The name of the assembly that it started with, or null.</param>
    /// <param name="process">The name of its process.</param>
    public static HostKind Of(string? entryAssembly, string process)
    {
        string[] names = [entryAssembly ?? string.Empty, process];
        if (names.Any(name => Interactive.Any(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase))))
            return HostKind.Interactive;
        return names.Any(name => Batch.Contains(name, StringComparer.OrdinalIgnoreCase)) ? HostKind.Batch : HostKind.Unknown;
    }
}
