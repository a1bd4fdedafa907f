namespace CodeAssist.Cli.Loading;

/// <summary>What a folder has to offer: its solutions, the projects below it, the sources below it.</summary>
internal sealed record FolderContent(IReadOnlyList<string> Solutions, IReadOnlyList<string> Projects, IReadOnlyList<string> Sources)
{
    // Outputs of builds and package managers: what is in them is not the user's.
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "packages" };

    public static FolderContent Of(string folder) => new(
        [.. Files(folder, SearchOption.TopDirectoryOnly, ".sln", ".slnx")],
        [.. ProjectsOf(folder)],
        [.. Files(folder, SearchOption.AllDirectories, ".cs")]);

    // A folder's own projects; those further down where it has none.
    private static IEnumerable<string> ProjectsOf(string folder)
    {
        List<string> own = [.. Files(folder, SearchOption.TopDirectoryOnly, ".csproj")];
        return own.Count > 0 ? own : Files(folder, SearchOption.AllDirectories, ".csproj");
    }

    private static IEnumerable<string> Files(string folder, SearchOption depth, params string[] extensions)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            if (extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                yield return file;
        }

        if (depth == SearchOption.TopDirectoryOnly)
            yield break;
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", options).Order(StringComparer.Ordinal))
        {
            var info = new DirectoryInfo(inner);
            if (Skipped.Contains(info.Name) || info.LinkTarget is not null)
                continue;
            foreach (var file in Files(inner, depth, extensions))
                yield return file;
        }
    }
}
