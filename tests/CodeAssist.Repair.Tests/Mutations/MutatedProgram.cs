using System.Text;
using Basic.Reference.Assemblies;
using CodeAssist.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Tests.Mutations;

/// <summary>Real source as a project, with one diagnostic planted into each file that has a method to hold it.</summary>
internal sealed class MutatedProgram
{
    private const string Planted = "int planted = 0;\n";

    private static readonly AnalyzerImageReference OurAnalyzers = new(
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private readonly IReadOnlyList<Document> _documents;

    private MutatedProgram(IReadOnlyList<Document> documents) => _documents = documents;

    /// <summary>The project.</summary>
    public Project Project => _documents[0].Project;

    /// <summary>Makes a project of source files.</summary>
    public static async Task<MutatedProgram> OfAsync(IReadOnlyList<string> files)
    {
        var sources = files.Select(file => (Path: file, Text: Plant(File.ReadAllText(file)))).ToList();
        var hasEntryPoint = sources.Any(source => CSharpSyntaxTree.ParseText(source.Text).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var project = ProjectId.CreateNewId();
        var roslyn = new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Workspace), typeof(Microsoft.CodeAnalysis.CSharp.Formatting.CSharpFormattingOptions) };
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Create(), "Mutated", "Mutated", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                hasEntryPoint ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: [.. Net100.References.All, .. roslyn.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location))],
            analyzerReferences: [OurAnalyzers]));
        solution = solution.AddDocument(
            DocumentId.CreateNewId(project), "Usings.cs", string.Concat(ImplicitUsings.Select(name => $"global using global::{name};\n")), filePath: "/mutated/Usings.cs");
        var ids = new List<DocumentId>();
        foreach (var (path, text) in sources)
        {
            var id = DocumentId.CreateNewId(project);
            solution = solution.AddDocument(id, Path.GetFileName(path), SourceText.From(text, Encoding.UTF8), filePath: path);
            ids.Add(id);
        }

        var program = new MutatedProgram([.. ids.Select(id => solution.GetDocument(id)!)]);
        await program.Project.GetCompilationAsync();
        return program;
    }

    /// <summary>The edit that a mutation makes; null where it changes nothing.</summary>
    public async Task<MutatedEdit?> ApplyAsync(Mutation mutation)
    {
        var document = _documents[mutation.File % _documents.Count];
        var root = (await document.GetSyntaxRootAsync())!;
        var text = await document.GetTextAsync();
        var planted = root.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(statement => statement.ToFullString().Contains("int planted = 0;", StringComparison.Ordinal));
        var members = root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or GlobalStatementSyntax).ToList();
        if (members.Count == 0)
            return null;
        var repairs = mutation.Repairs && planted is not null;
        var member = repairs ? planted!.FirstAncestorOrSelf<MemberDeclarationSyntax>()! : members[mutation.Member % members.Count];
        var changes = mutation.ChangesOf(member, text).ToList();
        Diagnostic? target = null;
        if (repairs)
        {
            var statement = new TextSpan(planted!.SpanStart, Planted.Length);
            changes.RemoveAll(change => change.Span.IntersectsWith(statement));
            changes.Add(new TextChange(statement, string.Empty));
            var model = (await document.GetSemanticModelAsync())!;
            target = model.GetMethodBodyDiagnostics(member.FullSpan).FirstOrDefault(diagnostic => diagnostic.Id == "CS0219" && statement.Contains(diagnostic.Location.SourceSpan));
            if (target is null)
                return null;
        }

        if (changes.Count == 0)
            return null;
        var edited = text.WithChanges(changes.OrderBy(change => change.Span.Start));
        return edited.ContentEquals(text) ? null : new MutatedEdit(document, edited, target);
    }

    // A variable that is never used: CS0219.
    private static string Plant(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        var body = root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Select(method => method.Body)
            .FirstOrDefault(block => block is { Statements.Count: > 1 });
        return body is null ? source : source.Insert(body.Statements[0].SpanStart, Planted);
    }
}

/// <summary>A mutated document.</summary>
/// <param name="Document">The document before.</param>
/// <param name="Text">The text after.</param>
/// <param name="Target">The diagnostic that the edit also repairs, or null.</param>
internal sealed record MutatedEdit(Document Document, SourceText Text, Diagnostic? Target);
