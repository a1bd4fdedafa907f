using Basic.Reference.Assemblies;
using CodeAssist.Analyzers;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using CodeAssist.Repair.Proposing.BuiltIn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Tests;

/// <summary>Repairs diagnostics of a small project with the real analyzers, proposers and gate.</summary>
internal static class RepairVerifier
{
    private static readonly IReadOnlyList<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly AnalyzerImageReference OurAnalyzers = new([.. Analyzers]);

    // A rule that is off by default is tested switched on, where it has a template.
    private static readonly IReadOnlyDictionary<string, ReportDiagnostic> SwitchedOn = Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .Where(rule => !rule.IsEnabledByDefault && Templates.All.Any(template => template.DiagnosticId == rule.Id))
        .ToDictionary(rule => rule.Id, _ => ReportDiagnostic.Info);

    /// <summary>A document of a project with our analyzers, .NET 10 references and nullable enabled.</summary>
    public static Document Document(string source, string fileName = "/project/Code.cs", string? editorConfig = null)
    {
        var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(project);
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project, VersionStamp.Create(), "Project", "Project", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(KindOf(source), nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: SwitchedOn),
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                metadataReferences: Net100.References.All,
                analyzerReferences: [OurAnalyzers]))
            .AddDocument(document, Path.GetFileName(fileName), SourceText.From(source), filePath: fileName);
        if (editorConfig is not null)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".editorconfig", SourceText.From(editorConfig), filePath: "/project/.editorconfig");
        return solution.GetDocument(document)!;
    }

    private static OutputKind KindOf(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any()
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The diagnostics of an ID in a document, analyzers' and the compiler's, in order of position.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Document document, string id)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var tree = await document.GetSyntaxTreeAsync();
        var analyzers = new ProjectAnalyzers().For(document.Project);
        var all = await compilation.WithAnalyzers(analyzers, document.Project.AnalyzerOptions).GetAllDiagnosticsAsync();
        return [.. all.Where(diagnostic => diagnostic.Id == id && diagnostic.Location.SourceTree == tree).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Repairs the first diagnostic of an ID; the built-in proposer unless another is given.</summary>
    public static Task<RepairOutcome> RepairAsync(string source, string id, IProposer? proposer = null) => RepairAsync(Document(source), id, proposer);

    /// <summary>Repairs the first diagnostic of an ID in a document; the built-in proposer unless another is given.</summary>
    public static async Task<RepairOutcome> RepairAsync(Document document, string id, IProposer? proposer = null)
    {
        var diagnostics = await DiagnosticsAsync(document, id);
        Assert.NotEmpty(diagnostics);
        var request = await RepairRequest.CreateAsync(document, diagnostics[0], CancellationToken.None);
        return await new RepairEngine([proposer ?? new BuiltInProposer()], new RepairGate()).RepairAsync(request!, CancellationToken.None);
    }

    /// <summary>The built-in repair of the first diagnostic of an ID passes the gate and gives exactly this text.</summary>
    public static async Task RepairsAsync(string id, string source, string expected)
    {
        var outcome = await RepairAsync(source, id);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(expected, outcome.Edit.NewText.ToString());
    }

    /// <summary>The diagnostic is reported, and no built-in repair is offered for it.</summary>
    public static async Task OffersNothingAsync(string id, string source)
    {
        var outcome = await RepairAsync(source, id);
        Assert.Null(outcome.Edit);
        Assert.NotNull(outcome.Abstention);
    }
}
