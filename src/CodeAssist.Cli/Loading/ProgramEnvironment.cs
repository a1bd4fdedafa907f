using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Cli.Loading;

/// <summary>What a single file is compiled against: as a file-based program of the installed SDK is.</summary>
/// <param name="Framework">The major version of .NET.</param>
/// <param name="References">The framework's reference assemblies.</param>
/// <param name="Analyzers">The SDK's own analyzers; empty where they were not found.</param>
/// <param name="AnalyzerDefaults">The file that holds the SDK's default severities; null where it was not found.</param>
internal sealed record ProgramEnvironment(
    int Framework, ImmutableArray<MetadataReference> References, ImmutableArray<AnalyzerReference> Analyzers, string? AnalyzerDefaults)
{
    /// <summary>Finds the environment of programs in a folder.</summary>
    public static async Task<ProgramEnvironment> FindAsync(string folder, Action<string> note, CancellationToken cancellation)
    {
        var (framework, references) = ReferencePack() ?? RunningRuntime();
        var sdk = await Sdk.FolderForAsync(folder, cancellation).ConfigureAwait(false);
        if (sdk is null)
        {
            note(Texts.Get("NoSdkAnalyzers"));
            return new ProgramEnvironment(framework, references, [], null);
        }

        var home = Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        var defaults = Path.Combine(home, "build", "config", $"analysislevel_{framework}_default.globalconfig");
        return new ProgramEnvironment(framework, references, AnalyzersIn(home), File.Exists(defaults) ? defaults : null);
    }

    // <root>/packs/Microsoft.NETCore.App.Ref/<version>/ref/net<major>.0
    private static (int, ImmutableArray<MetadataReference>)? ReferencePack()
    {
        if (Sdk.Root is null)
            return null;
        var packs = Path.Combine(Sdk.Root, "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
            return null;
        var newest = Directory.EnumerateDirectories(packs)
            .Select(pack => (Folder: pack, Version: Version.TryParse(Path.GetFileName(pack).Split('-')[0], out var version) ? version : null))
            .Where(pack => pack.Version is not null && Directory.Exists(Path.Combine(pack.Folder, "ref", $"net{pack.Version.Major}.0")))
            .MaxBy(pack => pack.Version);
        return newest.Version is null
            ? null
            : (newest.Version.Major, Load(Directory.EnumerateFiles(Path.Combine(newest.Folder, "ref", $"net{newest.Version.Major}.0"), "*.dll")));
    }

    private static (int, ImmutableArray<MetadataReference>) RunningRuntime()
    {
        var assemblies = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty;
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return (Environment.Version.Major, Load(
            assemblies.Split(Path.PathSeparator).Where(path => string.Equals(Path.GetDirectoryName(path), runtime, StringComparison.OrdinalIgnoreCase))));
    }

    private static ImmutableArray<MetadataReference> Load(IEnumerable<string> paths) =>
    [
        .. paths.Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path, documentation: DocumentationOf(path))),
    ];

    private static XmlDocumentationProvider? DocumentationOf(string path) =>
        Path.ChangeExtension(path, ".xml") is var xml && File.Exists(xml) ? XmlDocumentationProvider.CreateFromFile(xml) : null;

    private static ImmutableArray<AnalyzerReference> AnalyzersIn(string home)
    {
        if (!Directory.Exists(home))
            return [];
        var loader = new AnalyzerLoader(home);
        return
        [
            .. Directory.EnumerateFiles(home, "*.NetAnalyzers.dll")
                .Where(path => !path.Contains("VisualBasic", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new AnalyzerFileReference(path, loader)),
        ];
    }
}
