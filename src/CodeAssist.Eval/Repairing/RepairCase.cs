using System.Collections.Immutable;

namespace CodeAssist.Eval.Repairing;

/// <summary>One case of a repair suite: code with a known bug, the diagnostic that tells of it, and tests that say when it is repaired.</summary>
/// <param name="Id">The case's name: that of its folder.</param>
/// <param name="Folder">The full path of the case's folder.</param>
/// <param name="Diagnostic">The ID of the diagnostic.</param>
/// <param name="File">The file that holds the diagnostic: one of the sources.</param>
/// <param name="Line">The line on which the diagnostic begins, counted from 1.</param>
/// <param name="Category">What sort of bug it is, for the report.</param>
/// <param name="Bug">What is wrong, in a sentence. Never shown to a model.</param>
public sealed record RepairCase(string Id, string Folder, string Diagnostic, string File, int Line, string Category, string Bug)
{
    /// <summary>The program with the bug, files by path from the case's folder; empty in a case that names a project.</summary>
    public ImmutableArray<CaseFile> Sources { get; init; } = [];

    /// <summary>The hidden tests; empty in a case that names a project. Never shown to a model.</summary>
    public ImmutableArray<CaseFile> Tests { get; init; } = [];

    /// <summary>The mutation operator that planted the bug; empty where a person wrote it.</summary>
    public string Operator { get; init; } = string.Empty;

    /// <summary>The project that the bug is in, from the root of its tree; empty in a case that is a program of its own.</summary>
    public string Project { get; init; } = string.Empty;

    /// <summary>The project's tests that the bug makes fail. But for the first one's name, never shown to a model.</summary>
    public ImmutableArray<string> KilledBy { get; init; } = [];

    /// <summary>The known repair: the text of <see cref="File"/> without the bug. Never shown to a model.</summary>
    public required string Reference { get; init; }

    /// <summary>The path of <see cref="File"/> from the root of the program's tree: without the folder of the case that holds it.</summary>
    public string SourcePath => File[(File.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The text of <see cref="File"/> with the bug.</summary>
    public string Buggy => Sources.Single(source => source.Path == File).Text;

    /// <summary>The program with another text of the file that holds the diagnostic.</summary>
    public ImmutableArray<CaseFile> SourcesWith(string text) =>
        [.. Sources.Select(source => source.Path == File ? source with { Text = text } : source)];
}

/// <summary>A file of a case.</summary>
/// <param name="Path">Its path from the case's folder, with slashes.</param>
/// <param name="Text">Its text.</param>
public sealed record CaseFile(string Path, string Text);
