using CodeAssist.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Diagnosing;

/// <summary>A diagnostic that the user points at: an ID, a line, and the file where several could be meant.</summary>
internal static class DiagnosticPlace
{
    /// <summary>The document of a file, or the only document of the input; ends the command where there is none.</summary>
    public static Document DocumentOf(LoadedInput input, string? file)
    {
        if (file is null)
        {
            return input.Projects.SelectMany(project => project.Documents).Where(SourceFiles.IsWritten).DistinctBy(document => document.FilePath).ToList() is [var only]
                ? only
                : throw ToolException.Usage("WhichFile");
        }

        var full = Path.GetFullPath(file);
        if (input.DocumentOf(full) is { } document)
            return document;
        if (!Path.IsPathRooted(file) && input.DocumentOf(Path.GetFullPath(file, input.Folder)) is { } below)
            return below;
        throw File.Exists(full) ? ToolException.Usage("NotInProject", file) : ToolException.Input("PathMissing", file);
    }

    /// <summary>The first diagnostic of an ID whose span covers a line; ends the command where there is none.</summary>
    public static async Task<Diagnostic> FindAsync(Document document, string id, int line, CancellationToken cancellation)
    {
        var found = await new DiagnosticCollector(DiagnosticFilter.Of([id])).CollectAsync(document, cancellation).ConfigureAwait(false);
        var sorted = found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        if (sorted.Find(diagnostic => Covers(diagnostic, line)) is { } there)
            return there;
        var lines = sorted.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1).Distinct().ToList();
        throw lines.Count == 0
            ? ToolException.Usage("DiagnosticMissing", id, document.FilePath)
            : ToolException.Usage("DiagnosticElsewhere", id, line, document.FilePath, string.Join(", ", lines));
    }

    private static bool Covers(Diagnostic diagnostic, int line)
    {
        var span = diagnostic.Location.GetLineSpan();
        return span.StartLinePosition.Line + 1 <= line && line <= span.EndLinePosition.Line + 1;
    }
}
