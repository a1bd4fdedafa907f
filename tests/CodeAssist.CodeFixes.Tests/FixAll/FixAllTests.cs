using System.Collections.Immutable;
using CodeAssist.CodeFixes.FixAll;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using CodeAssist.Repair.Proposing.BuiltIn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CodeAssist.CodeFixes.Tests.FixAll;

public class FixAllTests
{
    private const string Id = "CDA1001";

    [Fact]
    public async Task All_in_a_document_are_fixed_also_on_one_line()
    {
        var project = TestProject.Of(
        [
            """
            class C
            {
                bool M(bool a, bool b, bool c) => (a && a) || c == (a && a);
                bool N(int a, int b) => a - a > 0;
            }
            """,
        ]);
        var fixedSolution = await FixAsync(project, FixAllScope.Document);
        Assert.Empty(await TestProject.DiagnosticsAsync(fixedSolution.GetProject(project.Id)!, Id));
        Assert.Contains("bool N(int a, int b) => a - b > 0;", await TestProject.TextAsync(fixedSolution, project.DocumentIds[0]));
    }

    [Fact]
    public async Task What_has_no_checked_edit_stays_and_the_others_are_fixed()
    {
        var project = TestProject.Of(
        [
            """
            class C
            {
                bool M(bool a) => a && a;
                bool N(bool a, bool b) => a && a;
                bool O(bool a) => a && a;
                bool P(bool a, bool b) => a && a;
            }
            """,
        ]);
        Assert.Equal(
            """
            class C
            {
                bool M(bool a) => a && a;
                bool N(bool a, bool b) => a && b;
                bool O(bool a) => a && a;
                bool P(bool a, bool b) => a && b;
            }
            """,
            await TestProject.TextAsync(await FixAsync(project, FixAllScope.Document), project.DocumentIds[0]));
    }

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 3)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task The_scope_is_kept(FixAllScope scope, int changed)
    {
        var project = TestProject.Of(Enumerable.Range(0, 3).Select(number => $"class C{number} {{ bool M(bool a, bool b) => a && a; }}"));
        var solution = await FixAsync(project, scope);
        Assert.Equal(changed, solution.GetChanges(project.Solution).GetProjectChanges().Sum(change => change.GetChangedDocuments().Count()));
    }

    [Fact]
    public async Task A_file_of_two_projects_is_fixed_once_and_in_both()
    {
        var solution = TestProject.Linked("class C { bool M(bool a, bool b) => a && a; }");
        var asked = new Counted(new ReplaceRightOperand("b"));
        var changed = await FixAsync(solution.Projects.First(), FixAllScope.Solution, asked);
        Assert.Equal(1, asked.Count);
        foreach (var id in solution.Projects.SelectMany(project => project.DocumentIds))
            Assert.Equal("class C { bool M(bool a, bool b) => a && b; }", await TestProject.TextAsync(changed, id));
    }

    [Fact]
    public async Task Each_is_judged_with_the_earlier_edits_in_place()
    {
        // The first edit removes what the second one repeats: a proposal made for the old text would bring it back.
        var project = TestProject.Of(
        [
            """
            class C
            {
                int M(int a, int b) => (a - a) * (a - a);
            }
            """,
        ]);
        var text = await TestProject.TextAsync(await FixAsync(project, FixAllScope.Document), project.DocumentIds[0]);
        Assert.Contains("(a - b) * (a - b)", text);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Solution)]
    public async Task What_an_earlier_edit_silences_is_fixed_too(FixAllScope scope)
    {
        // Of two calls of a member, one right and one swapped look deliberate: once the first is repaired, the second
        // is no longer reported.
        var project = TestProject.Of(
        [
            """
            class Boxes
            {
                static int Area(int width, int height) => width * 2 + height;

                static int Of(int width, int height) => Area(height, width) + Area(height, width) + Area(height, width);
            }
            """,
        ]);
        var solution = await FixAsync(project, scope, new BuiltInProposer(), id: "CDA1006");
        Assert.Contains(
            "Area(width, height) + Area(width, height) + Area(width, height);",
            await TestProject.TextAsync(solution, project.DocumentIds[0]));
    }

    [Fact]
    public async Task Nothing_to_fix_leaves_the_solution_as_it_is()
    {
        var project = TestProject.Of(["class C { bool M(bool a) => a && a; }"]);
        Assert.Same(project.Solution, await FixAsync(project, FixAllScope.Solution));
    }

    [Fact]
    public async Task The_key_of_the_probed_action_is_ignored()
    {
        var project = TestProject.Of(["class C { bool M(bool a, bool b) => a && a; }"]);
        var solution = await FixAsync(project, FixAllScope.Document, key: "no such key");
        Assert.Contains("a && b", await TestProject.TextAsync(solution, project.DocumentIds[0]));
    }

    private static async Task<Solution> FixAsync(Project project, FixAllScope scope, IProposer? proposer = null, string? key = null, string id = Id)
    {
        var provider = new BuiltInCodeFixProvider(new BuiltInFixes(proposer ?? new ReplaceRightOperand("b"), new ProjectAnalyzers()), [id]);
        var diagnostics = new Dictionary<ProjectId, ImmutableArray<Diagnostic>>();
        foreach (var each in project.Solution.Projects)
            diagnostics.Add(each.Id, await TestProject.DiagnosticsAsync(each, id));
        var context = scope == FixAllScope.Document
            ? new FixAllContext(project.Documents.First(), provider, scope, key!, [id], new Given(diagnostics), CancellationToken.None)
            : new FixAllContext(project, provider, scope, key!, [id], new Given(diagnostics), CancellationToken.None);
        var action = await provider.GetFixAllProvider().GetFixAsync(context);
        return await TestProject.InvokeAsync(action!, project.Solution);
    }

    private sealed class Counted(IProposer inner) : IProposer
    {
        public int Count { get; private set; }

        public string Name => inner.Name;

        public string? Model => inner.Model;

        public int FeedbackRounds => inner.FeedbackRounds;

        public bool Handles(string diagnosticId) => inner.Handles(diagnosticId);

        public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation)
        {
            Count++;
            return inner.ProposeAsync(request, rejections, cancellation);
        }
    }

    private sealed class Given(Dictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics[project.Id]);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics[document.Project.Id].Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
