using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>What the analyzer assembly is made of: it runs inside compilers and editors.</summary>
public class AssemblyTests
{
    [Fact]
    public void It_references_Roslyn_the_standard_library_and_nothing_else() =>
        Assert.All(
            typeof(CodeAssistAnalyzer).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name),
            name => Assert.Contains(name, new[] { "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable" }));

    [Fact]
    public void It_names_no_type_of_the_network_the_disk_or_other_processes()
    {
        var names = TypeReferences().ToList();
        Assert.Contains("Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer", names);
        Assert.DoesNotContain(names, name => name.StartsWith("System.Net.", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("System.IO.", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal));
    }

    private static IEnumerable<string> TypeReferences()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(CodeAssistAnalyzer).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            yield return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
        }
    }
}
