namespace CodeAssist.Models.Configuration;

/// <summary>
/// Keeps a repository from naming the endpoint for its own code: a configuration that lies in it, by a link, by a variable
/// or because somebody keeps it there, could be changed by any of its pull requests.
/// </summary>
internal static class ConfigurationOrigin
{
    /// <summary>The repository that the file lies in, directly or by a link; null where it lies in none.</summary>
    public static string? RepositoryOf(string file) =>
        RepositoryFolder.RootOf(file) ?? RepositoryFolder.RootOf(RepositoryFolder.Real(file));

    /// <summary>Why a configuration must not decide about a file's text; null where it may.</summary>
    /// <param name="configuration">The configuration's file; null where there is none.</param>
    /// <param name="file">A file or folder of a repository.</param>
    public static string? Refusal(string? configuration, string file)
    {
        if (configuration is null || !Path.IsPathFullyQualified(file) || RepositoryFolder.RootOf(file) is not { } root)
            return null;
        return RepositoryFolder.IsBelow(configuration, root) || RepositoryFolder.IsBelow(RepositoryFolder.Real(configuration), RepositoryFolder.Real(root))
            ? Messages.Get("ConfigurationInRepository", configuration, root)
            : null;
    }
}
