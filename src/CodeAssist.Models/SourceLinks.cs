namespace CodeAssist.Models;

/// <summary>
/// Keeps a repository from showing the model a file of the user's: a source file that is, or lies behind, a symbolic link
/// which leads out of the repository.
/// </summary>
internal static class SourceLinks
{
    // A chain of folders longer than this is a loop.
    private const int Deepest = 64;

    /// <summary>Why the text of one of the files must not be sent; null where it may.</summary>
    public static string? Refusal(IEnumerable<string> files) =>
        files.FirstOrDefault(LeadsOut) is { } file ? Messages.Get("LinkedElsewhere", file) : null;

    private static bool LeadsOut(string file)
    {
        try
        {
            // The repository's folder; without one, the file's own.
            if (!Path.IsPathFullyQualified(file) || !File.Exists(file) || (RepositoryFolder.RootOf(file) ?? Path.GetDirectoryName(file)) is not { } root)
                return false;
            FileSystemInfo current = new FileInfo(file);
            for (var depth = 0; depth < Deepest && current.FullName.Length > root.Length; depth++)
            {
                if (current.ResolveLinkTarget(returnFinalTarget: true) is { } target && !RepositoryFolder.IsBelow(target.FullName, root))
                    return true;
                current = Directory.GetParent(current.FullName)!;
            }

            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link that leads nowhere, or in a circle.
            return true;
        }
    }
}
