using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using CodeAssist.Analyzers;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.Tests;

/// <summary>Small projects with our analyzers, and what an IDE does with a code fix provider.</summary>
internal static class TestProject
{
    private const string Folder = "/project/";

    /// <summary>Our analyzers, as a project references them.</summary>
    public static AnalyzerReference OurAnalyzers { get; } = new AnalyzerImageReference(
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    /// <summary>A project of files <c>Code0.cs</c>, <c>Code1.cs</c>...; with an <c>.editorconfig</c> where one is given.</summary>
    public static Project Of(IEnumerable<string> sources, string? editorConfig = null)
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(Info(id, "Project"));
        foreach (var (source, number) in sources.Select((source, number) => (source, number)))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"Code{number}.cs", SourceText.From(source), filePath: $"{Folder}Code{number}.cs");
        if (editorConfig is not null)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".editorconfig", SourceText.From(editorConfig), filePath: Folder + ".editorconfig");
        return solution.GetProject(id)!;
    }

    /// <summary>The one document of a project.</summary>
    public static Document Document(string source, string? editorConfig = null) => Of([source], editorConfig).Documents.Single();

    /// <summary>Two projects that hold the same file.</summary>
    public static Solution Linked(string source)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var name in new[] { "One", "Other" })
        {
            var id = ProjectId.CreateNewId();
            solution = solution.AddProject(Info(id, name)).AddDocument(DocumentId.CreateNewId(id), "Code.cs", SourceText.From(source), filePath: Folder + "Code.cs");
        }

        return solution;
    }

    /// <summary>The diagnostics of an ID in a project, in order of file and position.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, string id)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var all = await compilation.WithAnalyzers(new ProjectAnalyzers().For(project), project.AnalyzerOptions).GetAllDiagnosticsAsync();
        return [.. all.Where(diagnostic => diagnostic.Id == id).OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath).ThenBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>What the provider registers for the first diagnostic of an ID.</summary>
    public static async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider provider, Document document, string id)
    {
        var diagnostics = await DiagnosticsAsync(document.Project, id);
        Assert.NotEmpty(diagnostics);
        return await ActionsAsync(provider, document, diagnostics[0]);
    }

    /// <summary>What the provider registers for a diagnostic.</summary>
    public static async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>The solution after an action was invoked; the one before where the action changes nothing.</summary>
    public static async Task<Solution> InvokeAsync(CodeAction action, Solution before)
    {
        var operations = await action.GetOperationsAsync(before, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? before;
    }

    /// <summary>The text of a document in a solution.</summary>
    public static async Task<string> TextAsync(Solution solution, DocumentId document) =>
        (await solution.GetDocument(document)!.GetTextAsync()).ToString();

    private static ProjectInfo Info(ProjectId id, string name) => ProjectInfo.Create(
        id, VersionStamp.Create(), name, name, LanguageNames.CSharp,
        filePath: $"{Folder}{name}.csproj",
        compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        metadataReferences: Net100.References.All,
        analyzerReferences: [OurAnalyzers]);
}
