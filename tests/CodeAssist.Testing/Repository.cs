namespace CodeAssist.Testing;

/// <summary>Where the checkout is.</summary>
public static class Repository
{
    /// <summary>The checkout's root folder: the nearest above the test assembly that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The build configuration of the running tests, to find the outputs of other projects.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.OrdinalIgnoreCase) || AppContext.BaseDirectory.Contains("\\Release\\", StringComparison.OrdinalIgnoreCase)
            ? "Release"
            : "Debug";

    /// <summary>The path of a file or folder below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CodeAssist.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("CodeAssist.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
