using System.Globalization;
using System.Runtime.CompilerServices;

// Commands read the process's environment and culture.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CodeAssist.Cli.Tests;

internal static class AssemblySetup
{
    /// <summary>A folder without any configuration: the tests must not see the developer's own.</summary>
    public static string EmptyConfiguration { get; } = Directory.CreateTempSubdirectory("codeassist-test-config-").FullName;

    [ModuleInitializer]
    public static void Isolate()
    {
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", EmptyConfiguration);
        Environment.SetEnvironmentVariable("XDG_STATE_HOME", EmptyConfiguration);
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", EmptyConfiguration);
        foreach (var name in new[] { "CODEASSIST_ENDPOINT", "CODEASSIST_MODEL", "CODEASSIST_API_KEY", "CODEASSIST_KIND", "CODEASSIST_MODEL_FIXES" })
            Environment.SetEnvironmentVariable(name, null);
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(EmptyConfiguration, recursive: true);
    }
}
