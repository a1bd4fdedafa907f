using System.Collections.Immutable;
using System.Globalization;
using Basic.Reference.Assemblies;
using CodeAssist.Repair.Context;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace CodeAssist.Repair.Tests.Context;

/// <summary>
/// What prompts cost, beside what the whole files would: over our own sources, and over the folder that
/// <c>CODEASSIST_PROMPT_SOURCES</c> names. The table is in the test's output.
/// </summary>
public class PromptSizeTests(ITestOutputHelper output)
{
    private const int Budget = 2000;

    // The diagnostics do not matter here, only where they are: one on each so many statements gives a fair sample of regions.
    private const int Most = 200;

    [Fact]
    public async Task Prompts_stay_within_the_budget_and_are_the_same_each_time()
    {
        var folder = Environment.GetEnvironmentVariable("CODEASSIST_PROMPT_SOURCES") ?? Repository.PathOf("src", "CodeAssist.Repair");
        var project = Project(folder);
        var rows = new List<Row>();
        var refused = 0;
        foreach (var document in project.Documents)
        {
            var text = (await document.GetTextAsync()).ToString();
            foreach (var request in await RequestsAsync(document))
            {
                var prompt = await PromptBuilder.BuildAsync(request, [], Budget, CancellationToken.None);
                Assert.True(prompt.Problem is not null || prompt.EstimatedTokens <= Budget);
                Assert.True(prompt.Messages.SequenceEqual((await PromptBuilder.BuildAsync(request, [], Budget, CancellationToken.None)).Messages));
                if (prompt.Problem is null)
                    rows.Add(new Row(prompt.EstimatedTokens, TokenEstimator.Estimate(text), TokenEstimator.Estimate(prompt.Messages[0].Text), TokenEstimator.Estimate(request.Text.ToString(request.Region.Span))));
                else
                    refused++;
            }
        }

        Assert.True(rows.Count >= 20);
        output.WriteLine($"{rows.Count} prompts of {folder}, {refused} regions over the budget of {Budget}");
        output.WriteLine("| files | prompts | prompt, median | of it the member | the instructions | p95 | whole file, median | p95 | share, median |");
        Write("all", rows);
        Write("of 4,000 tokens and more", [.. rows.Where(row => row.File >= 4000)]);
    }

    private void Write(string name, List<Row> rows)
    {
        if (rows.Count == 0)
            return;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {rows.Count} | {At(rows.Select(row => row.Prompt), 50)} | {At(rows.Select(row => row.Region), 50)} | {At(rows.Select(row => row.Instructions), 50)} | {At(rows.Select(row => row.Prompt), 95)} | {At(rows.Select(row => row.File), 50)} | {At(rows.Select(row => row.File), 95)} | {At(rows.Select(row => row.Prompt * 100 / row.File), 50)} % |"));
    }

    /// <summary>One prompt, in estimated tokens.</summary>
    private sealed record Row(int Prompt, int File, int Instructions, int Region);

    private static int At(IEnumerable<int> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }

    private static async Task<ImmutableArray<RepairRequest>> RequestsAsync(Document document)
    {
        var tree = (await document.GetSyntaxTreeAsync())!;
        var requests = ImmutableArray.CreateBuilder<RepairRequest>();
        var statements = (await tree.GetRootAsync()).DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax>()
            .Where(statement => statement is not Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax).ToList();
        foreach (var statement in statements.Where((_, index) => index % 10 == 5).Take(Most / 50))
        {
            var diagnostic = Diagnostic.Create(new DiagnosticDescriptor("CDA1001", "title", "Both sides of the operator are the same", "category", DiagnosticSeverity.Warning, true), statement.GetLocation());
            if (await RepairRequest.CreateAsync(document, diagnostic, CancellationToken.None) is { } request)
                requests.Add(request);
        }

        return requests.ToImmutable();
    }

    private static Project Project(string folder)
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), "Project", "Project", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Net100.References.All));
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file), SourceText.From(File.ReadAllText(file)), filePath: file);
        return solution.GetProject(id)!;
    }
}
