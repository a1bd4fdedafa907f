using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>A baseline file, read: which findings of which files are known.</summary>
internal sealed class BaselineFile
{
    // By file, and a file system that tells cases apart loses nothing: the fingerprint has to agree too.
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _byFile = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes over the entries of a file in a folder.</summary>
    public BaselineFile(string folder, IEnumerable<BaselineEntry> entries)
    {
        foreach (var entry in entries)
        {
            var path = PathText.Full(folder, entry.Path);
            if (!_byFile.TryGetValue(path, out var ofFile))
                _byFile.Add(path, ofFile = new(StringComparer.Ordinal));
            if (!ofFile.TryGetValue(entry.Id, out var fingerprints))
                ofFile.Add(entry.Id, fingerprints = new(StringComparer.Ordinal));
            fingerprints.Add(entry.Fingerprint);
        }
    }

    /// <summary>Reads a text. What is no entry (a merge's marker, a half line) is passed over: an analyzer has nobody to tell.</summary>
    public static BaselineFile Read(string path, SourceText text) => new(PathText.FolderOf(path), Entries(text));

    /// <summary>Whether anything of this ID is known in a file.</summary>
    public bool Concerns(string id, string path) => OfFile(path) is { } ofFile && ofFile.ContainsKey(id);

    /// <summary>Whether a finding is known.</summary>
    public bool Holds(string id, string fingerprint, string path) =>
        OfFile(path) is { } ofFile && ofFile.TryGetValue(id, out var fingerprints) && fingerprints.Contains(fingerprint);

    private Dictionary<string, HashSet<string>>? OfFile(string path) =>
        _byFile.TryGetValue(PathText.Full(string.Empty, path), out var ofFile) ? ofFile : null;

    private static IEnumerable<BaselineEntry> Entries(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            if (BaselineEntry.TryParse(line.ToString(), out var entry))
                yield return entry.Value;
        }
    }
}
