using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>
/// No new compiler error or warning: in every flavour of the document and, where a declaration may have changed, in
/// every project that depends on it.
/// </summary>
internal sealed class CompileCheck : ICheck
{
    // A reason is read by people and models: the first few say it.
    private const int MostReported = 3;

    public string Name => "compile";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        var scope = await context.ScopeAsync(cancellation).ConfigureAwait(false);
        var tokens = await context.TokensAsync(cancellation).ConfigureAwait(false);
        var path = (await context.OldRootAsync(cancellation).ConfigureAwait(false)).SyntaxTree.FilePath;
        foreach (var compiled in scope.IsBody ? OfBodies(context, scope, cancellation) : OfProjects(context, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var after = await compiled.AfterAsync().ConfigureAwait(false);

            // Where nothing is said after the edit, nothing can be new.
            if (after.Count == 0)
                continue;
            var added = DiagnosticComparison.New(await compiled.BeforeAsync().ConfigureAwait(false), after, path, tokens);
            if (added.Count > 0)
                return CheckFinding.Failed("DoesNotCompile", compiled.Name, string.Join("; ", added.OrderByDescending(diagnostic => diagnostic.Severity).Take(MostReported).Select(Describe.Diagnostic)));
        }

        return CheckFinding.Passed;
    }

    private static IEnumerable<Compiled> OfBodies(GateContext context, CheckedScope scope, CancellationToken cancellation) =>
        context.Flavours().Select(flavour => new Compiled(
            flavour.Old.Project.Name,
            () => BeforeAsync(context, flavour.Old, scope.OldMember!, cancellation),
            () => AfterAsync(context, flavour.New, scope.NewMember!, cancellation)));

    /// <summary>What the compiler said of a body before the edit.</summary>
    internal static Task<IReadOnlyList<Diagnostic>> BeforeAsync(GateContext context, Document document, SyntaxNode member, CancellationToken cancellation) =>
        context.Memory.GetAsync(document, ("body", member.FullSpan), async () =>
        {
            var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The document has no semantic model.");
            return CompilerDiagnostics.OfBody(model, member, cancellation);
        });

    /// <summary>What the compiler says of a body after the edit.</summary>
    internal static Task<IReadOnlyList<Diagnostic>> AfterAsync(GateContext context, Document document, SyntaxNode member, CancellationToken cancellation) =>
        context.Memory.GetAsync(document, ("body", member.FullSpan), async () =>
            CompilerDiagnostics.OfBody(await context.NewModelAsync(document, cancellation).ConfigureAwait(false), member, cancellation));

    /// <summary>What the compiler says of a project, before or after the edit.</summary>
    internal static Task<IReadOnlyList<Diagnostic>> OfProjectAsync(GateContext context, Project project, CancellationToken cancellation) =>
        context.Memory.GetAsync(project, "project", () => CompilerDiagnostics.OfProjectAsync(project, cancellation));

    private static IEnumerable<Compiled> OfProjects(GateContext context, CancellationToken cancellation)
    {
        var solution = context.Document.Project.Solution;
        var graph = solution.GetProjectDependencyGraph();
        var own = context.Flavours().Select(flavour => flavour.Old.Project.Id).Distinct().ToList();
        return own
            .Concat(own.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject))
            .Distinct()
            .Where(id => solution.GetProject(id) is { SupportsCompilation: true, Language: LanguageNames.CSharp })
            .Select(id => new Compiled(
                solution.GetProject(id)!.Name,
                () => OfProjectAsync(context, solution.GetProject(id)!, cancellation),
                () => OfProjectAsync(context, context.NewSolution.GetProject(id)!, cancellation)));
    }

    /// <summary>What the compiler says of one part of the solution, asked for when it is needed.</summary>
    private sealed record Compiled(string Name, Func<Task<IReadOnlyList<Diagnostic>>> BeforeAsync, Func<Task<IReadOnlyList<Diagnostic>>> AfterAsync);
}
