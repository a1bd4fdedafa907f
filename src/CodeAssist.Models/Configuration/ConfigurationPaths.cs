namespace CodeAssist.Models.Configuration;

/// <summary>
/// Where configuration is read from: the user's own folder and the machine's. No folder that a repository could lie
/// in is ever looked at.
/// </summary>
internal static class ConfigurationPaths
{
    /// <summary>The user's file, or null where the user has no home folder.</summary>
    public static string? User(IProcessEnvironment environment)
    {
        var folder = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
            : XdgConfigHome(environment);
        return string.IsNullOrEmpty(folder) ? null : Path.Combine(folder, OperatingSystem.IsWindows() ? "CodeAssist" : "codeassist", "config.json");
    }

    /// <summary>The machine's policy.</summary>
    public static string Policy() =>
        OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "CodeAssist", "policy.json")
            : "/etc/codeassist/policy.json";

    // The XDG Base Directory Specification has relative paths ignored; here they would also lead into the repository
    // in which the tool was started.
    private static string? XdgConfigHome(IProcessEnvironment environment)
    {
        if (environment.Get("XDG_CONFIG_HOME") is { } folder && Path.IsPathFullyQualified(folder))
            return folder;
        return environment.Get("HOME") is { } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".config") : null;
    }
}
