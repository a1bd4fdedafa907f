using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CodeAssist.Eval.Repairing;

namespace CodeAssist.Eval.Projects;

/// <summary>The folder of a project suite: which solution it is of, and a folder for each bug, as in a repair suite.</summary>
public static class ProjectSuiteFolder
{
    private const string Description = "suite.json";
    private const string Format = "codeassist-project-suite/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Whether a suite may be written to a folder: it is not there, is empty, or holds a suite that an earlier run wrote.</summary>
    public static bool MayBeWritten(string folder) =>
        !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any() || TryRead(folder) is not null);

    /// <summary>Writes a suite, whole or not at all, in place of an earlier one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="solution">What the bugs were planted in: a solution, a project or a folder.</param>
    /// <param name="seed">The seed that drew them.</param>
    /// <param name="cases">The bugs.</param>
    /// <exception cref="EvalDataException">It cannot be written.</exception>
    public static void Write(string folder, string solution, int seed, ImmutableArray<RepairCase> cases)
    {
        var full = Path.GetFullPath(folder);
        var parent = Path.GetDirectoryName(full)!;
        var scratch = Path.Combine(parent, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        var old = scratch + ".old";
        try
        {
            Directory.CreateDirectory(scratch);
            foreach (var each in cases)
                WriteCase(Path.Combine(scratch, each.Id), each);
            WriteText(Path.Combine(scratch, Description), JsonSerializer.Serialize(
                new Content(Format, Path.GetRelativePath(full, Path.GetFullPath(solution)).Replace('\\', '/'), seed, cases.Length), Json));
            if (Directory.Exists(full))
                Directory.Move(full, old);
            Directory.Move(scratch, full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalDataException(Messages.Get("FileUnreadable", folder, exception.Message));
        }
        finally
        {
            Remove(scratch);
            if (Directory.Exists(full))
                Remove(old);
            else if (Directory.Exists(old))
                Directory.Move(old, full);
        }
    }

    /// <summary>The path of what a suite's bugs were planted in.</summary>
    /// <exception cref="EvalDataException">The folder holds no project suite, or what it is of is gone.</exception>
    public static string SolutionOf(string folder)
    {
        if (TryRead(folder) is not { } content)
            throw new EvalDataException(Messages.Get("NoProjectSuite", folder));
        var solution = Path.GetFullPath(Path.Combine(folder, content.Solution));
        return Path.Exists(solution) ? solution : throw new EvalDataException(Messages.Get("SuiteSolutionGone", folder, solution));
    }

    private static Content? TryRead(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(File.ReadAllText(Path.Combine(folder, Description)), Json) is { Format: Format } content ? content : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void WriteCase(string folder, RepairCase each)
    {
        WriteText(Path.Combine(folder, each.File), each.Buggy);
        WriteText(Path.Combine(folder, "reference", each.SourcePath), each.Reference);
        WriteText(Path.Combine(folder, "case.json"), JsonSerializer.Serialize(
            new CaseContent(each.Id, each.Diagnostic, each.Category, each.Bug, each.File, each.Line, each.Operator, each.Project, each.KilledBy), Json) + "\n");
    }

    private static void WriteText(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private sealed record Content(string Format, string Solution, int Seed, int Cases);

    private sealed record CaseContent(
        string Id, string Diagnostic, string Category, string Bug, string File, int Line, string Operator, string Project, ImmutableArray<string> KilledBy);
}
