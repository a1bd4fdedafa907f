using CodeAssist.Testing;

namespace CodeAssist.Package.Tests;

/// <summary>Both packages, packed once for all tests into a folder that serves as a source, in a version that nobody has cached.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly Scratch _scratch = new();

    /// <summary>The folder that holds the packages.</summary>
    public string Feed => Path.Combine(_scratch.Folder, "feed");

    /// <summary>The packages' version.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>The analyzers' package.</summary>
    public string AnalyzersPackage => Path.Combine(Feed, $"CodeAssist.Analyzers.{Version}.nupkg");

    /// <summary>
    /// The folders of this test run in place of the user's own: installed packages, configuration and records of CodeAssist.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(_scratch.Folder, "packages"),
        ["XDG_CONFIG_HOME"] = Path.Combine(_scratch.Folder, "config"),
        ["XDG_STATE_HOME"] = Path.Combine(_scratch.Folder, "state"),
        ["XDG_CACHE_HOME"] = Path.Combine(_scratch.Folder, "cache"),
    };

    /// <summary>The record of what the model code fix tried; where it is on Windows, it is the user's own.</summary>
    public string EvidenceFile => Path.Combine(_scratch.Folder, "state", "codeassist", "evidence.jsonl");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        // The test project's references have built both; what is packed is what the other tests test.
        foreach (var project in new[] { "CodeAssist.Package", "CodeAssist.Cli" })
        {
            (await Dotnet.RunAsync(
                Repository.Root,
                ["pack", Repository.PathOf("src", project), "--no-build", "-c", Repository.Configuration, "-o", Feed, $"-p:PackageVersion={Version}"])).Succeeded();
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _scratch.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>The tests that use the packed packages; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackedCollection : ICollectionFixture<PackedPackages>
{
    public const string Name = "packed";
}
