using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Diagnosing;

/// <summary>Tells the files that people write from those that a build makes.</summary>
internal static class SourceFiles
{
    /// <summary>Whether a document was written by hand: builds put theirs into the folder of intermediate output.</summary>
    public static bool IsWritten(Document document) =>
        document.FilePath is { } path && !path.Split('/', '\\').Contains("obj", StringComparer.OrdinalIgnoreCase);
}
