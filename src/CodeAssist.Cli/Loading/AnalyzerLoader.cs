using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>Loads analyzers of one folder beside the tool's own assemblies: Roslyn's types stay the tool's.</summary>
/// <param name="folder">Where the analyzers and what they need are.</param>
internal sealed class AnalyzerLoader(string folder) : IAnalyzerAssemblyLoader
{
    private readonly Context _context = new(folder);

    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath)
    {
        // Everything is in the one folder.
    }

    /// <inheritdoc/>
    public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);

    private sealed class Context(string folder) : AssemblyLoadContext("analyzers of " + folder)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
