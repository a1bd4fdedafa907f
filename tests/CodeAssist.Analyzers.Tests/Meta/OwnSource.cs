using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>The source of our own projects, as the compiler is given it.</summary>
internal static class OwnSource
{
    // What the SDK adds to every file of a project.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>References to the assemblies of Roslyn that our projects are built on.</summary>
    public static IReadOnlyList<MetadataReference> Roslyn { get; } =
    [
        .. new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Workspace) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    /// <summary>The parsed files of a project, in the order of their paths.</summary>
    public static IEnumerable<SyntaxTree> Of(string project)
    {
        var folder = Repository.PathOf(project);
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Concat(Directory.GetFiles(Repository.PathOf("src/Shared"), "*.cs"))
            .Order(StringComparer.Ordinal);
        return [RuleRun.Parse(ImplicitUsings, "ImplicitUsings.cs"), .. files.Select(file => RuleRun.Parse(File.ReadAllText(file), file))];
    }
}
