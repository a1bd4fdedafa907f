using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>The findings that a project knows and does not want to hear of again: its baseline files.</summary>
internal sealed class Baseline
{
    /// <summary>The name by which a file among the additional ones is a baseline.</summary>
    public const string FileName = "codeassist.baseline";

    // A baseline of another name is marked so by the package's build files, which read the property CodeAssistBaseline.
    private const string Mark = "build_metadata.AdditionalFiles.CodeAssistBaseline";

    // All rules of a compilation, and an editor's next compilations, ask for the same text: it is read once.
    private static readonly ConditionalWeakTable<SourceText, BaselineFile> Read = new();

    private readonly List<BaselineFile> _files;

    private Baseline(List<BaselineFile> files) => _files = files;

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => _files.Count == 0;

    /// <summary>The baseline of a project.</summary>
    public static Baseline Of(AnalyzerOptions options)
    {
        var files = new List<BaselineFile>();
        foreach (var file in options.AdditionalFiles)
        {
            if (IsBaseline(file, options) && file.GetText() is { } text)
                files.Add(Read.GetValue(text, unread => BaselineFile.Read(file.Path, unread)));
        }

        return new Baseline(files);
    }

    /// <summary>The baseline that one file is.</summary>
    public static Baseline Of(BaselineFile file) => new([file]);

    /// <summary>Whether an additional file is a baseline.</summary>
    public static bool IsBaseline(AdditionalText file, AnalyzerOptions options) =>
        string.Equals(PathText.NameOf(file.Path), FileName, StringComparison.OrdinalIgnoreCase)
        || (options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Mark, out var mark)
            && string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether anything of this ID is known in a file.</summary>
    public bool Concerns(string id, string path) => _files.Exists(file => file.Concerns(id, path));

    /// <summary>Whether a finding is known.</summary>
    public bool Holds(string id, string fingerprint, string path) => _files.Exists(file => file.Holds(id, fingerprint, path));
}
