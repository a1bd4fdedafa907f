namespace CodeAssist.Cli.Output;

/// <summary>Where the git repository around a folder begins.</summary>
internal static class RepositoryRoot
{
    /// <summary>The root, or null where there is no repository.</summary>
    public static string? Of(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            // In a worktree or submodule, .git is a file.
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
                return current.FullName;
        }

        return null;
    }
}
