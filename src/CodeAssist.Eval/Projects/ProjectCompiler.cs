using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Projects;

/// <summary>
/// Compiles a project in this process as its build did: its own options, references, generators and signing. The
/// resources, which no workspace knows of, are taken from the assembly that was built.
/// </summary>
public sealed class ProjectCompiler
{
    private readonly ImmutableArray<ResourceDescription> _resources;

    private ProjectCompiler(ImmutableArray<ResourceDescription> resources) => _resources = resources;

    /// <summary>A compiler for a project and its changes.</summary>
    /// <param name="built">The assembly that the build made of the project.</param>
    public static ProjectCompiler For(string built)
    {
        using var reader = new PEReader(File.OpenRead(built));
        var metadata = reader.GetMetadataReader();
        return new ProjectCompiler(
        [
            .. metadata.ManifestResources.Select(metadata.GetManifestResource)
                .Where(resource => resource.Implementation.IsNil)
                .Select(resource => DescriptionOf(reader, metadata, resource)),
        ]);
    }

    /// <summary>Compiles; gives the first error where it does not compile.</summary>
    public async Task<CompiledProject> CompileAsync(Project project, CancellationToken cancellation)
    {
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        if (compilation is null)
            return new CompiledProject(default, project.Name);
        if (compilation.Options is { CryptoKeyFile: not null, StrongNameProvider: null } options)
            compilation = compilation.WithOptions(options.WithStrongNameProvider(new DesktopStrongNameProvider()));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, manifestResources: _resources, cancellationToken: cancellation);
        return result.Success
            ? new CompiledProject(ImmutableCollectionsMarshal.AsImmutableArray(stream.ToArray()), null)
            : new CompiledProject(default, result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.IsWarningAsError).ToString());
    }

    private static ResourceDescription DescriptionOf(PEReader reader, MetadataReader metadata, ManifestResource resource)
    {
        var start = reader.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + (int)resource.Offset;
        var section = reader.GetSectionData(start);
        var content = section.GetContent(sizeof(int), section.GetReader().ReadInt32());
        return new ResourceDescription(
            metadata.GetString(resource.Name), () => new MemoryStream([.. content]), (resource.Attributes & System.Reflection.ManifestResourceAttributes.Public) != 0);
    }
}

/// <summary>What came of compiling a project.</summary>
/// <param name="Image">The assembly; default where there are errors.</param>
/// <param name="Error">The first error; null where there is none.</param>
public sealed record CompiledProject(ImmutableArray<byte> Image, string? Error);
