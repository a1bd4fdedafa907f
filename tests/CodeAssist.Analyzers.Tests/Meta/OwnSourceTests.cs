using System.Collections.Immutable;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>
/// The rules on their own source: the other projects have them as analyzers, but a project cannot be its own.
/// </summary>
public class OwnSourceTests
{
    // What the SDK adds to every file of the project.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    [Fact]
    public async Task The_rules_break_none_of_the_rules()
    {
        var folder = Repository.PathOf("src/CodeAssist.Analyzers");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Concat(Directory.GetFiles(Repository.PathOf("src/Shared"), "*.cs"))
            .ToList();
        Assert.Contains(files, file => Path.GetFileName(file) == "CodeAssistAnalyzer.cs");
        var reported = await RuleRun.OverAsync(
            [RuleRun.Parse(ImplicitUsings, "ImplicitUsings.cs"), .. files.Select(file => RuleRun.Parse(File.ReadAllText(file), file))],
            new[] { typeof(Compilation), typeof(CSharpCompilation) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)));
        Assert.Empty(reported);
    }
}
