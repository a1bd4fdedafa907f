using CodeAssist.Testing;

namespace CodeAssist.Repair.Tests.Mutations;

/// <summary>Source of this repository that makes programs.</summary>
internal static class RealSource
{
    private static readonly string[] EngineFiles =
    [
        "Context/TokenEstimator.cs", "Editing/Bodies.cs", "Editing/LinkedDocuments.cs", "Editing/Region.cs", "Editing/SequenceDiff.cs", "Editing/TextStyle.cs",
        "Editing/TokenMap.cs", "Gate/AnalyzerDiagnostics.cs", "Gate/CompilerDiagnostics.cs", "Gate/DiagnosticComparison.cs", "Gate/Memory.cs", "Gate/ModelCapture.cs",
        "Gate/IAnalyzerSource.cs", "Gate/TargetSource.cs",
    ];

    /// <summary>A part of the engine that compiles by itself: quick to compile whole.</summary>
    public static IReadOnlyList<string> Engine => [.. EngineFiles.Select(file => Repository.PathOf("src", "CodeAssist.Repair", file))];

    /// <summary>The sample program with suspicious code in it.</summary>
    public static IReadOnlyList<string> Orders => FilesBelow(Repository.PathOf("samples", "Orders", "src"));

    /// <summary>The source files below a folder, without what builds leave there.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal),
    ];
}
