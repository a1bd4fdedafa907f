using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeAssist.Eval.Repairing;

/// <summary>
/// Reads a repair suite: a folder with a folder for each case. The reader is strict: what it does not know, does not
/// find or cannot use ends the reading with a message that names the file.
/// </summary>
public static class RepairCaseReader
{
    private const string Description = "case.json";
    private const string SourceFolder = "src";
    private const string TestFolder = "tests";
    private const string ReferenceFolder = "reference";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    // Bytes that are not UTF-8 are an error, not a replacement character.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all cases of a suite, in the order of their names.</summary>
    /// <param name="folder">The suite's folder.</param>
    /// <param name="ofProject">Whether the cases must be bugs in a project, or must not be.</param>
    /// <exception cref="EvalDataException">The suite cannot be read.</exception>
    public static ImmutableArray<RepairCase> ReadAll(string folder, bool ofProject = false)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new EvalDataException(Messages.Get("SuiteMissing", root));
        ImmutableArray<RepairCase> cases =
        [
            .. Directory.EnumerateDirectories(root)
                .Where(each => File.Exists(Path.Combine(each, Description)))
                .OrderBy(each => each, StringComparer.Ordinal)
                .Select(Read),
        ];
        if (cases.IsEmpty)
            throw new EvalDataException(Messages.Get("SuiteEmpty", root, Description));
        return cases.FirstOrDefault(each => (each.Project.Length > 0) != ofProject) is { } other
            ? throw new EvalDataException(Messages.Get(ofProject ? "CaseOfNoProject" : "CaseOfProject", other.Id))
            : cases;
    }

    /// <summary>Reads one case.</summary>
    /// <exception cref="EvalDataException">The case cannot be read.</exception>
    public static RepairCase Read(string folder)
    {
        var path = Path.Combine(folder, Description);
        try
        {
            var content = JsonSerializer.Deserialize<CaseContent>(ReadText(path), Json) ?? throw new JsonException();
            return Build(folder, path, content);
        }
        catch (JsonException exception)
        {
            throw new EvalDataException(Messages.Get("CaseInvalid", path, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new EvalDataException(Messages.Get("CaseUnreadable", folder, exception.Message));
        }
    }

    private static RepairCase Build(string folder, string path, CaseContent content)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        Require(content.Id == name, path, "CaseName", content.Id, name);
        Require(content.Line > 0, path, "CaseLine", content.Line);
        foreach (var (key, value) in new[] { ("diagnostic", content.Diagnostic), ("category", content.Category), ("bug", content.Bug) })
            Require(!string.IsNullOrWhiteSpace(value), path, "CaseKeyEmpty", key);

        var sources = FilesIn(folder, SourceFolder);
        var tests = FilesIn(folder, TestFolder);
        Require(!sources.IsEmpty, path, "CaseFolderEmpty", SourceFolder);
        // The tests of a project's case are the project's own.
        if (content.Project is null)
            Require(!tests.IsEmpty, path, "CaseFolderEmpty", TestFolder);
        else
            Require(content.KilledBy is [_, ..] && !string.IsNullOrWhiteSpace(content.Project), path, "CaseKeyEmpty", "killedBy");
        var flagged = sources.FirstOrDefault(source => source.Path == content.File);
        Require(flagged is not null, path, "CaseFileMissing", content.File, SourceFolder);
        Require(content.Line <= flagged!.Text.AsSpan().Count('\n') + 1, path, "CaseLineBeyond", content.Line, content.File);

        // What is repaired is one file: a reference that rewrites others could not be offered as an edit.
        var references = FilesIn(folder, ReferenceFolder);
        var expected = ReferenceFolder + content.File[SourceFolder.Length..];
        Require(references is [{ } only] && only.Path == expected, path, "CaseReference", expected);
        Require(references[0].Text != flagged.Text, path, "CaseReferenceSame", expected);
        return new RepairCase(content.Id, Path.GetFullPath(folder), content.Diagnostic, content.File, content.Line, content.Category, content.Bug)
        {
            Sources = sources,
            Tests = tests,
            Reference = references[0].Text,
            Operator = content.Operator ?? string.Empty,
            Project = content.Project ?? string.Empty,
            KilledBy = content.KilledBy ?? [],
        };
    }

    private static ImmutableArray<CaseFile> FilesIn(string folder, string name)
    {
        var below = Path.Combine(folder, name);
        if (!Directory.Exists(below))
            return [];
        return
        [
            .. Directory.EnumerateFiles(below, "*.cs", SearchOption.AllDirectories)
                .Select(file => new CaseFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), ReadText(file)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static string ReadText(string path) => File.ReadAllText(path, Utf8);

    private static void Require(bool condition, string path, string key, params object?[] arguments)
    {
        if (!condition)
            throw new EvalDataException(Messages.Get("CaseInvalid", path, Messages.Get(key, arguments)));
    }

    // The content of case.json, key by key.
    private sealed record CaseContent
    {
        [JsonRequired]
        public string Id { get; init; } = string.Empty;

        [JsonRequired]
        public string Diagnostic { get; init; } = string.Empty;

        [JsonRequired]
        public string Category { get; init; } = string.Empty;

        [JsonRequired]
        public string Bug { get; init; } = string.Empty;

        [JsonRequired]
        public string File { get; init; } = string.Empty;

        [JsonRequired]
        public int Line { get; init; }

        public string? Operator { get; init; }

        public string? Project { get; init; }

        public ImmutableArray<string>? KilledBy { get; init; }
    }
}
