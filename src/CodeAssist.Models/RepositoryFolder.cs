namespace CodeAssist.Models;

/// <summary>Which git repository a file lies in, and what its path leads to.</summary>
internal static class RepositoryFolder
{
    // A chain of links or folders longer than this is a loop.
    private const int Deepest = 64;

    /// <summary>The root of the repository around a file; null where there is none.</summary>
    public static string? RootOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // In a worktree or submodule, .git is a file.
            if (Path.Exists(Path.Combine(folder, ".git")))
                return folder;
        }

        return null;
    }

    /// <summary>Whether a path lies below a folder.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The path that a path leads to once every link in it is followed; the path itself where one leads nowhere.</summary>
    public static string Real(string path)
    {
        try
        {
            var real = path;
            for (var step = 0; step < Deepest; step++)
            {
                if (Followed(real) is not { } next)
                    return real;
                real = next;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link in a circle, or one that may not be looked at.
        }

        return path;
    }

    // The path with its innermost link followed; null where there is none.
    private static string? Followed(string path)
    {
        for (FileSystemInfo? current = new FileInfo(path); current is not null; current = Directory.GetParent(current.FullName))
        {
            if (current.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                return current.FullName.Length == path.Length ? target.FullName : Path.Combine(target.FullName, Path.GetRelativePath(current.FullName, path));
        }

        return null;
    }
}
