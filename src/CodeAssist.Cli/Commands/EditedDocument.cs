using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Commands;

/// <summary>Somebody else's edit: a document of the input, and its text after.</summary>
/// <param name="Document">The document.</param>
/// <param name="Text">Its text after the edit.</param>
internal sealed record EditedDocument(Document Document, SourceText Text)
{
    /// <summary>The edit that a diff makes in the one C# file of the input that it changes; ends the command where there is none.</summary>
    public static EditedDocument Of(IReadOnlyList<DiffFile> files, LoadedInput input, Action<string> note)
    {
        var found = files.Select(file => (File: file, Document: Find(file.Path, input))).ToList();
        var sources = found.Where(each => each.Document is not null || each.File.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).ToList();
        if (sources.Count > 1)
            throw ToolException.Usage("DiffSeveralFiles", string.Join(", ", sources.Select(each => each.File.Path)));
        if (sources is not [{ Document: { } document, File: var file }])
            throw ToolException.Usage("NotInProject", found[0].File.Path);
        foreach (var (other, _) in found.Where(each => each.Document is null))
            note(Texts.Get("DiffFileLeftOut", other.Path));
        var before = FileText.Read(document.FilePath!);
        if (!before.Survives)
            throw ToolException.Input("DoesNotSurvive", document.FilePath);
        return new EditedDocument(document, SourceText.From(file.Apply(before.Text.ToString()), before.Text.Encoding));
    }

    // Where a diff's paths start is not in it: the working folder, the input's, or the root of the repository.
    private static Document? Find(string path, LoadedInput input)
    {
        foreach (var name in new[] { DiffReader.WithoutPrefix(path), path })
        {
            for (var folder = input.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (input.DocumentOf(Path.GetFullPath(name, folder)) is { } below)
                    return below;
            }

            if (input.DocumentOf(Path.GetFullPath(name)) is { } here)
                return here;
        }

        return null;
    }
}
