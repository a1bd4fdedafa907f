using System.Runtime.CompilerServices;
using CodeAssist.Eval.Mutating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Eval.Projects;

/// <summary>A bug that could be planted.</summary>
/// <param name="Project">The project.</param>
/// <param name="Document">The document without it.</param>
/// <param name="Member">The member that it is in: the type's name and its own.</param>
/// <param name="Mutation">What is written in place of what.</param>
internal sealed record Mutant(TestedProject Project, Document Document, string Member, Mutation Mutation);

/// <summary>
/// Draws bugs from the projects of a solution: the same ones in the same order for the same seed. Operators take turns,
/// so that the rare ones come before the common ones have used everything up.
/// </summary>
/// <param name="solution">The solution.</param>
/// <param name="operators">The operators that are used.</param>
/// <param name="seed">What the order depends on.</param>
internal sealed class MutantSource(TestedSolution solution, IReadOnlySet<string> operators, int seed)
{
    // So many files are read before bugs are drawn from them: enough to have every operator's, few enough to begin soon.
    private const int FilesAtOnce = 40;

    /// <summary>All bugs, in the order in which they are drawn.</summary>
    public async IAsyncEnumerable<Mutant> DrawAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var random = new Random(seed);
        var files = solution.Projects
            .SelectMany(project => solution.Solution.GetProject(project.Id)!.Documents.Where(IsWritten).OrderBy(document => document.FilePath, StringComparer.Ordinal).Select(document => (project, document)))
            .DistinctBy(file => file.document.FilePath)
            .ToArray();
        random.Shuffle(files);
        foreach (var batch in files.Chunk(FilesAtOnce))
        {
            var drawn = new SortedDictionary<string, Queue<Mutant>>(StringComparer.Ordinal);
            foreach (var (project, document) in batch)
            {
                foreach (var mutant in await InAsync(project, document, cancellation).ConfigureAwait(false))
                {
                    if (!drawn.TryGetValue(mutant.Mutation.Operator, out var queue))
                        drawn.Add(mutant.Mutation.Operator, queue = new Queue<Mutant>());
                    queue.Enqueue(mutant);
                }
            }

            foreach (var name in drawn.Keys.ToList())
            {
                var mixed = drawn[name].ToArray();
                random.Shuffle(mixed);
                drawn[name] = new Queue<Mutant>(mixed);
            }

            while (drawn.Values.Any(queue => queue.Count > 0))
            {
                foreach (var queue in drawn.Values.Where(queue => queue.Count > 0))
                    yield return queue.Dequeue();
            }
        }
    }

    private async Task<List<Mutant>> InAsync(TestedProject project, Document document, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return [];
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. from body in root.DescendantNodes().Where(IsOutermostBody)
               let member = body.FirstAncestorOrSelf<MemberDeclarationSyntax>(each => each is not GlobalStatementSyntax)!
               from mutation in MutationOperators.Of(model, body)
               where operators.Contains(mutation.Operator) && member.Span.Contains(mutation.Changes[0].Span)
               select new Mutant(project, document, NameOf(member), mutation),
        ];
    }

    // Defaults, constants and attributes are read by those who compile against them; what stands in a body is run.
    private static bool IsOutermostBody(SyntaxNode node) => node is
        BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax }
        or ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax }
        or ConstructorInitializerSyntax;

    private static bool IsWritten(Document document) =>
        document.FilePath is { } path && !path.Split('/', '\\').Contains("obj", StringComparer.OrdinalIgnoreCase)
        && !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(MemberDeclarationSyntax member)
    {
        var type = member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? string.Empty;
        return type + "." + (member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            EventDeclarationSyntax @event => @event.Identifier.ValueText,
            IndexerDeclarationSyntax => "this",
            ConstructorDeclarationSyntax => "new",
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "operator",
            _ => "member",
        });
    }
}
