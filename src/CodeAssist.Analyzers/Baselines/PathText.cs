namespace CodeAssist.Analyzers.Baselines;

/// <summary>
/// Paths as text: an analyzer may not ask the disk, and a baseline travels between systems that separate folders differently.
/// </summary>
internal static class PathText
{
    /// <summary>The folder of a file, with <c>/</c>; empty where the path names none.</summary>
    public static string FolderOf(string path)
    {
        path = path.Replace('\\', '/');
        return path.LastIndexOf('/') is >= 0 and var end ? path.Substring(0, end) : string.Empty;
    }

    /// <summary>The name of a file without its folder.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>A path in the one spelling that is compared: with <c>/</c>, without <c>.</c> and <c>..</c>, starting at a folder where it is relative.</summary>
    public static string Full(string folder, string path)
    {
        path = path.Replace('\\', '/');
        if (!IsRooted(path))
            path = folder + "/" + path;
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is { Length: > 0 } last && last != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    private static bool IsRooted(string path) => path is ['/', ..] or [_, ':', ..];
}
