namespace CodeAssist.Cli.Output;

/// <summary>Paths as people read them.</summary>
internal static class Paths
{
    /// <summary>A path relative to the current folder where it is below it, else as it is.</summary>
    public static string Display(string path) => VisibleText.Of(Shown(path));

    private static string Shown(string path)
    {
        if (!Path.IsPathRooted(path))
            return path;
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }
}
