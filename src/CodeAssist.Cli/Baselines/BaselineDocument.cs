using System.Text;
using CodeAssist.Analyzers.Baselines;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Baselines;

/// <summary>A baseline on the disk.</summary>
/// <param name="path">Where it is, or will be.</param>
internal sealed class BaselineDocument(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Its full path.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>Its folder, to which its paths are relative.</summary>
    public string Folder => Path.GetDirectoryName(FullPath)!;

    /// <summary>Whether there is one.</summary>
    public bool Exists => Path.Exists(FullPath);

    /// <summary>Reads the entries; ends the command at a file that cannot be read and at a line that is none.</summary>
    public IReadOnlyList<BaselineEntry> Read()
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(FullPath, Utf8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ToolException.Usage("BaselineUnreadable", path, exception.Message);
        }

        var entries = new List<BaselineEntry>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (BaselineEntry.TryParse(lines[i], out var entry))
                entries.Add(entry.Value);
            else if (lines[i].Length > 0)
                throw ToolException.Usage("BaselineLine", path, i + 1);
        }

        return entries;
    }

    /// <summary>The findings that it names.</summary>
    public Baseline ReadBaseline() => Baseline.Of(new BaselineFile(PathText.FolderOf(FullPath), Read()));

    /// <summary>Writes the entries, each once and sorted, with line feeds on every system: equal findings make equal bytes.</summary>
    public void Write(IEnumerable<BaselineEntry> entries)
    {
        var lines = entries.OrderBy(entry => entry.Path, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal)
            .Distinct().Select(entry => entry + "\n");
        try
        {
            AtomicFile.Write(FullPath, Utf8.GetBytes(string.Concat(lines)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Usage("CannotWrite", path, exception.Message);
        }
    }

    /// <summary>A file's path as the baseline writes it.</summary>
    public string Relative(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');
}
