using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace CodeAssist.Package.Tests;

[Collection(PackedCollection.Name)]
public class PackageContentTests(PackedPackages packages)
{
    private const string Folder = "analyzers/dotnet/cs/";
    private static readonly string[] Own = ["CodeAssist.Analyzers", "CodeAssist.Repair", "CodeAssist.CodeFixes"];

    // What every host of Roslyn 4.8 has beside the compiler. A missing assembly would take all fixes away in silence.
    private static readonly string[] InEveryHost =
    [
        "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces",
        "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Collections.Immutable", "System.Reflection.Metadata", "System.Memory",
    ];

    private static readonly string[] OfTheNetwork = ["System.Net.", "System.Web.", "System.Runtime.Remoting.", "System.ServiceModel.", "System.IO.Pipes."];

    // Encodes and decodes text, and is in that namespace by history.
    private static readonly string[] OfText = ["System.Net.WebUtility"];

    [Fact]
    public void No_assembly_but_our_own_and_their_translations()
    {
        using var package = ZipFile.OpenRead(packages.AnalyzersPackage);
        Assert.Equal(
            [.. Own.Select(name => $"{Folder}{name}.dll").Concat(Own.Select(name => $"{Folder}zh-Hans/{name}.resources.dll")).Order(StringComparer.Ordinal)],
            package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.EndsWith(".exe", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Build_files_presets_and_readme_are_there_and_nothing_is_referenced()
    {
        using var package = ZipFile.OpenRead(packages.AnalyzersPackage);
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.All(
            [
                "README.md", "build/CodeAssist.Analyzers.props", "build/CodeAssist.Analyzers.targets",
                "buildTransitive/CodeAssist.Analyzers.props", "buildTransitive/CodeAssist.Analyzers.targets",
                "build/presets/None.globalconfig", "build/presets/Recommended.globalconfig", "build/presets/All.globalconfig",
            ],
            name => Assert.Contains(name, names));
        Assert.DoesNotContain(names, name => name.StartsWith("lib/", StringComparison.Ordinal));

        using var stream = package.GetEntry("CodeAssist.Analyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    [Theory]
    [InlineData("CodeAssist.Analyzers")]
    [InlineData("CodeAssist.Repair")]
    [InlineData("CodeAssist.CodeFixes")]
    public void No_assembly_can_open_a_socket(string assembly)
    {
        var types = Read(assembly, metadata => metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name))
            .ToList());
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => OfTheNetwork.Any(start => type.StartsWith(start, StringComparison.Ordinal)) && !OfText.Contains(type));

        // Nor by the way round: types that are asked for by name, and native code. The gate names the namespace itself.
        var strings = Read(assembly, metadata => metadata.GetUserStrings());
        Assert.DoesNotContain(strings, text => text.StartsWith("System.Net", StringComparison.Ordinal) && text != "System.Net.");
        Assert.Equal(0, Read(assembly, metadata => metadata.GetTableRowCount(TableIndex.ImplMap)));
    }

    [Theory]
    [InlineData("CodeAssist.Analyzers")]
    [InlineData("CodeAssist.Repair")]
    [InlineData("CodeAssist.CodeFixes")]
    public void Every_assembly_references_only_what_all_hosts_have(string assembly)
    {
        var references = Read(assembly, metadata => metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => metadata.GetString(reference.Name))
            .ToList());
        Assert.Empty(references.Except([.. InEveryHost, .. Own]));
    }

    [Fact]
    public void The_analyzers_do_not_reference_workspaces()
    {
        var references = Read("CodeAssist.Analyzers", metadata => metadata.AssemblyReferences
            .Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name)).ToList());
        Assert.DoesNotContain(references, name => name.Contains("Workspaces"));
    }

    private T Read<T>(string assembly, Func<MetadataReader, T> read)
    {
        using var package = ZipFile.OpenRead(packages.AnalyzersPackage);
        using var entry = package.GetEntry($"{Folder}{assembly}.dll")!.Open();
        using var stream = new MemoryStream();
        entry.CopyTo(stream);
        stream.Position = 0;
        using var file = new PEReader(stream);
        return read(file.GetMetadataReader());
    }
}

/// <summary>What the metadata reader lacks.</summary>
file static class MetadataReaders
{
    public static IReadOnlyList<string> GetUserStrings(this MetadataReader metadata)
    {
        var strings = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(0);
            !(handle = metadata.GetNextHandle(handle)).IsNil;)
        {
            strings.Add(metadata.GetUserString(handle));
        }

        return strings;
    }
}
