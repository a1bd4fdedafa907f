using CodeAssist.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// Plants defects into methods of a project, so that any project has diagnostics in real members: a variable that is
/// never used (CS0219, the compiler's) and a result that is dropped (CDA1010, an analyzer's). They are chosen by a
/// seed.
/// </summary>
internal static class Subjects
{
    private const string Unused = "int planted = 0;";
    private const string Dropped = "var planted = \"planted\"; planted.Trim();";
    private const int Seed = 4711;

    /// <summary>Plants defects, compiles the project once, and gives a subject for each defect.</summary>
    public static async Task<IReadOnlyList<Subject>> PlantAsync(Project project, int count)
    {
        var random = new Random(Seed);
        var solution = project.Solution;
        var planted = new List<(DocumentId Id, int Start, string Statement)>();
        var documents = project.Documents.Where(document => document.FilePath?.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) == true).ToList();
        foreach (var document in documents.OrderBy(_ => random.Next()))
        {
            if (planted.Count == count)
                break;
            var root = (await document.GetSyntaxRootAsync())!;
            var bodies = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Body).OfType<BlockSyntax>()
                .Where(body => body.Statements.Count > 1).ToList();
            if (bodies.Count == 0)
                continue;
            var statement = planted.Count % 2 == 0 ? Unused : Dropped;
            var place = bodies[random.Next(bodies.Count)].Statements[0].SpanStart;
            var text = await document.GetTextAsync();
            solution = solution.WithDocumentText(document.Id, text.Replace(place, 0, statement + "\n"));
            planted.Add((document.Id, place, statement));
        }

        var compilation = (await solution.GetProject(project.Id)!.GetCompilationAsync())!;
        var compilers = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id == "CS0219").ToLookup(diagnostic => diagnostic.Location.SourceTree);
        var subjects = new List<Subject>();
        foreach (var (id, start, statement) in planted)
        {
            var document = solution.GetDocument(id)!;
            var tree = (await document.GetSyntaxTreeAsync())!;
            var diagnostics = statement == Unused ? compilers[tree] : await DroppedAsync(document);
            var span = new TextSpan(start, statement.Length);
            if (diagnostics.FirstOrDefault(diagnostic => span.Contains(diagnostic.Location.SourceSpan)) is not { } diagnostic
                || await RepairRequest.CreateAsync(document, diagnostic, CancellationToken.None) is not { } request)
            {
                continue;
            }

            var text = request.Text;
            var (first, second) = statement == Unused
                ? (string.Empty, "/* once planted */ ")
                : (statement.Replace("; ", "; planted = ", StringComparison.Ordinal), statement.Replace("; ", "; planted = /* kept */ ", StringComparison.Ordinal));
            subjects.Add(new Subject(request, text.Replace(span, first), text.Replace(span, second)));
        }

        return subjects;
    }

    private static async Task<IEnumerable<Diagnostic>> DroppedAsync(Document document)
    {
        var model = (await document.GetSemanticModelAsync())!;
        var rule = BenchmarkAnalyzers.Ours.GetAnalyzers(LanguageNames.CSharp)
            .Single(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == "CDA1010"));
        var driver = model.Compilation.WithAnalyzers([rule], document.Project.AnalyzerOptions);
        return await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
    }
}
