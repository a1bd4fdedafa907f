using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Loading;

/// <summary>Single <c>.cs</c> files, each a program of its own, compiled as <c>dotnet run file.cs</c> compiles one.</summary>
internal static class FilePrograms
{
    private static readonly CSharpParseOptions Parse =
        new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse).WithFeatures([KeyValuePair.Create("FileBasedProgram", "true")]);

    /// <summary>Loads the files as one solution with a project for each.</summary>
    public static (Workspace, Solution) Load(IReadOnlyList<string> files, ProgramEnvironment environment, CancellationToken cancellation)
    {
        var workspace = new AdhocWorkspace();
        try
        {
            var solution = workspace.CurrentSolution;
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                solution = solution.AddProject(Project(file, environment, cancellation));
            }

            return (workspace, solution);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private static ProjectInfo Project(string file, ProgramEnvironment environment, CancellationToken cancellation)
    {
        var text = Read(file);
        var parse = Parse.WithPreprocessorSymbols(Symbols(environment.Framework));
        var root = CSharpSyntaxTree.ParseText(text, parse, cancellationToken: cancellation).GetCompilationUnitRoot(cancellation);
        RefuseOtherThanCSharp(file, text, root);
        var directives = FileDirectives.Of(root);
        if (directives.Unsupported is { } unsupported)
            throw ToolException.Input("DirectiveUnsupported", file, unsupported);

        var id = ProjectId.CreateNewId(file);
        var folder = Path.GetDirectoryName(file)!;
        var name = Path.GetFileNameWithoutExtension(file);
        List<DocumentInfo> documents = [Document(id, Path.GetFileName(file), file, text)];
        if (directives.IsOn("ImplicitUsings"))
            documents.Add(Document(id, "GlobalUsings.g.cs", Path.Combine(folder, "obj", name + ".GlobalUsings.g.cs"), SourceText.From(ImplicitUsings, Encoding.UTF8)));
        return ProjectInfo.Create(
            id, VersionStamp.Create(), name, name, LanguageNames.CSharp,
            compilationOptions: Options(root, directives, environment.Framework),
            parseOptions: directives.Language is { } language ? parse.WithLanguageVersion(language) : parse,
            documents: documents,
            metadataReferences: environment.References,
            analyzerReferences: environment.Analyzers)
            .WithAnalyzerConfigDocuments(ProgramConfiguration.Documents(id, folder, environment));
    }

    private static DocumentInfo Document(ProjectId project, string name, string path, SourceText text) =>
        DocumentInfo.Create(
            DocumentId.CreateNewId(project, path), name, filePath: path,
            loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Create(), path)));

    private static SourceText Read(string file)
    {
        try
        {
            return FileText.Read(file).Text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Input("LoadFailed", file, exception.Message);
        }
    }

    // A file that ends in .cs may be anything. Source with an error in it is still source; a file of which nothing
    // parses is not.
    private static void RefuseOtherThanCSharp(string file, SourceText text, CompilationUnitSyntax root)
    {
        if (text.ToString().Contains('\0'))
            throw ToolException.Input("NotCSharp", file);
        var error = root.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (error is not null && root.Members.All(member => member is GlobalStatementSyntax or IncompleteMemberSyntax && member.ContainsDiagnostics))
            throw ToolException.Input("DoesNotParse", file, error.Location.GetLineSpan().StartLinePosition.Line + 1, error.GetMessage());
    }

    private static CSharpCompilationOptions Options(CompilationUnitSyntax root, FileDirectives directives, int framework) =>
        new(
            HasEntryPoint(root) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: directives.IsOn("AllowUnsafeBlocks", otherwise: false),
            nullableContextOptions: directives.IsOn("Nullable") ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            warningLevel: framework,
            // What the SDK's targets silence for every project: assemblies of different versions.
            specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress), KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress)]);

    private static bool HasEntryPoint(CompilationUnitSyntax root) =>
        root.Members.Any(member => member is GlobalStatementSyntax)
        || root.DescendantNodes(node => node is not BaseMethodDeclarationSyntax).OfType<MethodDeclarationSyntax>()
            .Any(method => method.Identifier.ValueText == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.ParameterList.Parameters.Count <= 1);

    private static IEnumerable<string> Symbols(int framework) =>
    [
        "DEBUG", "TRACE", "NET", "NETCOREAPP", $"NET{framework}_0",
        .. Enumerable.Range(5, framework - 4).Select(version => $"NET{version}_0_OR_GREATER"),
        .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(version => $"NETCOREAPP{version}_OR_GREATER"),
    ];

    // What <ImplicitUsings>enable</ImplicitUsings> gives to Microsoft.NET.Sdk.
    private const string ImplicitUsings =
        """
        // <auto-generated/>
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;

        """;
}
