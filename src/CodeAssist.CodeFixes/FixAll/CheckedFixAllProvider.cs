using CodeAssist.CodeFixes.Actions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>
/// Fix All with checked edits: one by one, each judged with the earlier ones in place. The equivalence key is ignored:
/// <c>dotnet format</c> takes it from one diagnostic, and where that one has no checked edit there is no key.
/// </summary>
internal sealed class CheckedFixAllProvider(ICheckedFixes fixes) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(new DeferredAction(
        Messages.Get("FixAll", string.Join(", ", fixAllContext.DiagnosticIds)),
        "CodeAssist.FixAll",
        fixAllContext.Solution,
        async cancellation => await new FixAllRun(fixes).RunAsync(fixAllContext.Solution, await FindingsAsync(fixAllContext).ConfigureAwait(false), cancellation).ConfigureAwait(false)));

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(FixAllContext context)
    {
        var diagnostics = new List<Diagnostic>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is not null:
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                diagnostics.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                break;
        }

        return Finding.Of(context.Solution, diagnostics);
    }
}
