using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Eval.Execution;

/// <summary>Compiles programs in this process, against the framework that this process runs on.</summary>
public sealed class ProgramCompiler
{
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CSharpParseOptions _parse;
    private readonly CSharpCompilationOptions _options;

    /// <summary>A compiler that is used for any number of programs, from any thread.</summary>
    /// <param name="nullable">The nullable context of the programs.</param>
    /// <param name="outputKind">A program, or a library for one.</param>
    public ProgramCompiler(NullableContextOptions nullable = NullableContextOptions.Disable, OutputKind outputKind = OutputKind.ConsoleApplication)
    {
        _references = FrameworkReferences();
        // DEBUG: without it the compiler leaves every Debug.Assert out, and every test passes.
        _parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: ["DEBUG", "TRACE", "NET", "NET10_0_OR_GREATER"]);
        _options = new CSharpCompilationOptions(
            outputKind, optimizationLevel: OptimizationLevel.Debug, nullableContextOptions: nullable, allowUnsafe: false, concurrentBuild: false);
    }

    /// <summary>The framework's assemblies, as references.</summary>
    public ImmutableArray<MetadataReference> References => _references;

    /// <summary>Parses a text as the programs are parsed.</summary>
    public SyntaxTree Parse(string source, string path = "", CancellationToken cancellation = default) =>
        CSharpSyntaxTree.ParseText(source, _parse, path, cancellationToken: cancellation);

    /// <summary>A compilation of sources, with which questions of meaning can be asked before anything is emitted.</summary>
    /// <param name="trees">The sources, as <see cref="Parse"/> gives them.</param>
    /// <param name="libraries">Further references.</param>
    public CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference>? libraries = null) =>
        CSharpCompilation.Create("Program", trees, [.. _references, .. libraries ?? []], _options);

    /// <summary>Compiles one source text.</summary>
    public CompiledProgram Compile(string source, CancellationToken cancellation) =>
        Emit(Compilation([Parse(source, cancellation: cancellation)]), cancellation);

    /// <summary>Emits a compilation into memory.</summary>
    public static CompiledProgram Emit(CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, cancellationToken: cancellation);
        return result.Success
            ? new CompiledProgram(new ProgramImage(ImmutableCollectionsMarshal.AsImmutableArray(stream.ToArray())), [])
            : new CompiledProgram(null, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    // The running framework's own assemblies: what a program is compiled against is what it will run on.
    private static ImmutableArray<MetadataReference> FrameworkReferences()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Select(path => MetadataReference.CreateFromFile(path))];
    }

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }
}
