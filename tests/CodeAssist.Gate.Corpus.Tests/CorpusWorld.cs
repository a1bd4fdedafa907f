using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Basic.Reference.Assemblies;
using CodeAssist.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Gate.Corpus.Tests;

/// <summary>Makes a case's solution. References and analyzers are loaded once.</summary>
internal static class CorpusWorld
{
    private const string EditedFile = "/corpus/Code.cs";

    // What the SDK switches off in every project: a reference that was built against an older framework.
    private static readonly string[] NoWarn = ["CS1701", "CS1702"];

    private static readonly AnalyzerImageReference OurAnalyzers = new(
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    private static readonly Lazy<IReadOnlyList<AnalyzerReference>> SdkAnalyzers = new(() => Load(SdkFolder("Sdks", "Microsoft.NET.Sdk", "analyzers"), "*NetAnalyzers.dll"));

    private static readonly ConcurrentDictionary<string, IReadOnlyList<AnalyzerReference>> Foreign = new();

    private static readonly ConcurrentDictionary<string, IReadOnlyList<MetadataReference>> Frameworks = new();

    // A project that has been compiled once lends its bound references to all that are made of it.
    private static readonly ConcurrentDictionary<string, Solution> Templates = new();

    /// <summary>The text of a case in the line ends, the indentation and the encoding that it asks for.</summary>
    public static SourceText Text(string text, CorpusOptions options)
    {
        if (options.Tabs)
            text = string.Join("\n", text.Split('\n').Select(Tabbed));
        return SourceText.From(options.Crlf ? text.Replace("\n", "\r\n") : text, new UTF8Encoding(options.Bom));
    }

    /// <summary>The flagged span of a case in that text.</summary>
    public static TextSpan? Marked(CorpusCase @case)
    {
        if (@case.Marked is not { } span)
            return null;
        var start = Text(@case.Before[..span.Start], @case.Options).Length;
        return TextSpan.FromBounds(start, Math.Max(start, Text(@case.Before[..span.End], @case.Options).Length));
    }

    /// <summary>The edited document in its solution.</summary>
    public static async Task<Document> DocumentAsync(CorpusCase @case)
    {
        var options = @case.Options;
        var kind = CSharpSyntaxTree.ParseText(@case.Before).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any()
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
        var solution = await TemplateAsync(options, kind);
        var text = Text(@case.Before, options);
        Document? edited = null;
        foreach (var project in solution.ProjectIds)
        {
            if (solution.GetProject(project)!.Name == "Consumer")
                continue;
            var id = DocumentId.CreateNewId(project);
            solution = solution.AddDocument(id, "Code.cs", text, filePath: EditedFile);
            edited ??= solution.GetDocument(id);
            foreach (var (name, content) in @case.Files.Where(file => !file.Name.StartsWith("Consumer/", StringComparison.Ordinal)))
                solution = solution.AddDocument(DocumentId.CreateNewId(project), name, Text(content, options), filePath: "/corpus/" + name);
        }

        var main = edited!.Project.Id;
        if (@case.Files.Any(file => file.Name.StartsWith("Consumer/", StringComparison.Ordinal)))
        {
            var consumer = ProjectId.CreateNewId();
            solution = solution.AddProject(Info(consumer, "Consumer", options, [], OutputKind.DynamicallyLinkedLibrary))
                .AddProjectReference(consumer, new ProjectReference(main));
            foreach (var (name, content) in @case.Files.Where(file => file.Name.StartsWith("Consumer/", StringComparison.Ordinal)))
                solution = solution.AddDocument(DocumentId.CreateNewId(consumer), name[9..], Text(content, options), filePath: "/corpus/" + name);
        }

        return solution.GetDocument(edited.Id)!;
    }

    private static async Task<Solution> TemplateAsync(CorpusOptions options, OutputKind kind)
    {
        var key = string.Join("|", options.Flavours.Select(symbols => string.Join(" ", symbols))) + options.SdkAnalyzers + options.Checked + options.Docs + string.Join(" ", options.Foreign) + kind + string.Join(" ", options.Warnings);
        if (Templates.TryGetValue(key, out var known))
            return known;
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var (symbols, index) in options.Flavours.Select((symbols, index) => (symbols, index)))
        {
            solution = solution.AddProject(Info(ProjectId.CreateNewId(), "Project" + index, options, symbols, kind));
        }

        foreach (var project in solution.Projects)
            (await project.GetCompilationAsync())!.GetSpecialType(SpecialType.System_Object);
        return Templates.GetOrAdd(key, solution);
    }

    private static ProjectInfo Info(ProjectId id, string name, CorpusOptions options, IReadOnlyList<string> symbols, OutputKind kind) => ProjectInfo.Create(
        id, VersionStamp.Create(), name, name, LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(
            kind, checkOverflow: options.Checked, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true,
            specificDiagnosticOptions: [.. NoWarn.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)), .. options.Warnings.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))]),
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest, options.Docs ? DocumentationMode.Diagnose : DocumentationMode.Parse, preprocessorSymbols: symbols),
        metadataReferences: [.. Net100.References.All, .. options.Foreign.SelectMany(TestFramework)],
        analyzerReferences: [OurAnalyzers, .. options.SdkAnalyzers ? SdkAnalyzers.Value : [], .. options.Foreign.SelectMany(ForeignAnalyzers)]);

    private static IReadOnlyList<AnalyzerReference> ForeignAnalyzers(string set) => Foreign.GetOrAdd(set, _ =>
        set == "style"
            ? Load(SdkFolder("Sdks", "Microsoft.NET.Sdk", "codestyle", "cs"), "*CodeStyle.dll")
            : Load(Path.Combine(AppContext.BaseDirectory, "Foreign", set), "*.dll"));

    private static IReadOnlyList<MetadataReference> TestFramework(string set) => Frameworks.GetOrAdd(set, _ => set switch
    {
        "nunit" => Referenced(Path.Combine(AppContext.BaseDirectory, "Foreign", set, "lib"), "*.dll"),
        "xunit" => [.. Referenced(AppContext.BaseDirectory, "xunit.core.dll"), .. Referenced(AppContext.BaseDirectory, "xunit.assert.dll")],
        _ => [],
    });

    private static IReadOnlyList<MetadataReference> Referenced(string folder, string files) =>
        [.. Directory.GetFiles(folder, files).Select(file => MetadataReference.CreateFromFile(file))];

    private static string Tabbed(string line)
    {
        var content = line.TrimStart(' ');
        var spaces = line.Length - content.Length;
        return new string('\t', spaces / 4) + new string(' ', spaces % 4) + content;
    }

    private static string SdkFolder(params ReadOnlySpan<string> below)
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var sdk = Directory.GetDirectories(Path.Combine(root, "sdk")).OrderBy(Path.GetFileName, StringComparer.Ordinal).Last();
        return Path.Combine([sdk, .. below]);
    }

    private static IReadOnlyList<AnalyzerReference> Load(string folder, string files)
    {
        var loader = new Loader();
        return [.. Directory.GetFiles(folder, files).Select(file => new AnalyzerFileReference(file, loader))];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
