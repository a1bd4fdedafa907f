using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>Compares the compiler that builds the user's projects with the one inside the tool.</summary>
internal static class CompilerVersion
{
    /// <summary>Notes where the SDK's compiler is newer: it may accept code that the tool calls an error.</summary>
    public static void NoteIfNewer(string? sdk, Action<string> note)
    {
        if (sdk is null)
            return;
        var compiler = Path.Combine(sdk, "Roslyn", "bincore", "Microsoft.CodeAnalysis.dll");
        if (!File.Exists(compiler))
            return;
        var info = FileVersionInfo.GetVersionInfo(compiler);
        var theirs = new Version(info.FileMajorPart, info.FileMinorPart);
        var own = FileVersionInfo.GetVersionInfo(typeof(Compilation).Assembly.Location);
        var ours = new Version(own.FileMajorPart, own.FileMinorPart);
        if (theirs > ours)
            note(Texts.Get("NewerCompiler", theirs, ours));
    }
}
