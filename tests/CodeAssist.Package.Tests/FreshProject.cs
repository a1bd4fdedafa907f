using CodeAssist.Testing;

namespace CodeAssist.Package.Tests;

/// <summary>A new project in a scratch folder that installs the packed package and nothing else.</summary>
internal sealed class FreshProject : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly PackedPackages _packages;

    /// <summary>Makes a project of one source file.</summary>
    /// <param name="packages">The packed packages.</param>
    /// <param name="source">The file's text.</param>
    /// <param name="properties">Further properties of the project file.</param>
    /// <param name="editorConfig">The text of an <c>.editorconfig</c>, below <c>[*.cs]</c>.</param>
    public FreshProject(PackedPackages packages, string source, string properties = "", string? editorConfig = null)
    {
        _packages = packages;
        SourceFile = _scratch.Write("Code.cs", source);
        _scratch.Write(
            "Fresh.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CodeAssist.Analyzers" Version="{packages.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);

        // The SDK brings all else that the project needs: no other source is asked.
        _scratch.Write(
            "NuGet.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{packages.Feed}" />
              </packageSources>
            </configuration>
            """);
        _scratch.Write(".editorconfig", "root = true\n[*.cs]\n" + editorConfig + "\n");
    }

    /// <summary>The path of the source file.</summary>
    public string SourceFile { get; }

    /// <summary>The source file's text as it is now.</summary>
    public string Source => File.ReadAllText(SourceFile);

    /// <summary>Writes a file below the project's folder.</summary>
    public void Write(string path, string text) => _scratch.Write(path, text);

    /// <summary>Adds an item to the project.</summary>
    public void Reference(string item)
    {
        var path = Path.Combine(_scratch.Folder, "Fresh.csproj");
        File.WriteAllText(path, File.ReadAllText(path).Replace("</Project>", $"<ItemGroup>{item}</ItemGroup></Project>", StringComparison.Ordinal));
    }

    /// <summary>Builds.</summary>
    public Task<Run> BuildAsync(params string[] arguments) => RunAsync(["build", .. arguments]);

    /// <summary>Builds and gives the compiler's log of all diagnostics, also of those that a build doesn't print.</summary>
    public async Task<string> LogAsync()
    {
        (await BuildAsync("-p:ErrorLog=log.sarif%2cversion=2.1")).Succeeded();
        return File.ReadAllText(Path.Combine(_scratch.Folder, "log.sarif"));
    }

    /// <summary>Restores and runs <c>dotnet format analyzers</c> for the diagnostics of one ID.</summary>
    public async Task<Run> FormatAsync(string id, IReadOnlyDictionary<string, string>? environment = null)
    {
        (await RunAsync(["restore"])).Succeeded();
        return await RunAsync(["format", "analyzers", "--no-restore", "--diagnostics", id, "--severity", "info", "--verbosity", "normal"], environment);
    }

    /// <summary>Runs <c>dotnet</c> in the project's folder.</summary>
    public Task<Run> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) => Dotnet.RunAsync(
        _scratch.Folder, arguments, _packages.Variables.Concat(environment ?? new Dictionary<string, string>()).ToDictionary());

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();
}
