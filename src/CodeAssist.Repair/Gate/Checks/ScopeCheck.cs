using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>Nothing outside the region and the using list may change, and no directive or code that is switched off anywhere.</summary>
internal sealed class ScopeCheck : ICheck
{
    public string Name => "scope";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        var oldRoot = await context.OldRootAsync(cancellation).ConfigureAwait(false);
        var newRoot = await context.NewRootAsync(cancellation).ConfigureAwait(false);
        if (Changed(Directives(oldRoot), Directives(newRoot)) is { } directive)
            return CheckFinding.Failed("DirectiveTouched", directive);
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is not { } change)
        {
            return context.Edit.Region is { } region
                ? CheckFinding.Failed("ChangeOutsideRegion", region.Name)
                : CheckFinding.Failed("ChangeOutsideOneMember");
        }

        foreach (var directiveAdded in change.AddedUsings)
        {
            if (directiveAdded.Alias is not null || directiveAdded.StaticKeyword.RawKind != 0
                || directiveAdded.GlobalKeyword.RawKind != 0 || directiveAdded.UnsafeKeyword.RawKind != 0)
            {
                return CheckFinding.Failed("AliasAdded", Describe.Source(directiveAdded.ToString()));
            }
        }

        return CheckFinding.Passed;
    }

    private static List<string> Directives(SyntaxNode root) =>
        root.ContainsDirectives
            ? root.DescendantTrivia().Where(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)).Select(trivia => trivia.ToString().Trim()).ToList()
            : [];

    private static string? Changed(List<string> before, List<string> after)
    {
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            if (i >= before.Count || (i < after.Count && before[i] != after[i]))
                return Describe.Source(after[i]);
            if (i >= after.Count)
                return Describe.Source(before[i]);
        }

        return null;
    }
}
