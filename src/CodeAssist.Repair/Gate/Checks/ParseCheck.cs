using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>The new text must parse, and hold the same member where the region stood, with private helpers at most.</summary>
internal sealed class ParseCheck : ICheck
{
    public string Name => "parse";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        foreach (var (oldDocument, newDocument) in context.Flavours())
        {
            var before = await ErrorsAsync(oldDocument, cancellation).ConfigureAwait(false);
            foreach (var error in await ErrorsAsync(newDocument, cancellation).ConfigureAwait(false))
            {
                var same = before.FindIndex(old => old.Id == error.Id && old.GetMessage() == error.GetMessage());
                if (same < 0)
                    return CheckFinding.Failed("DoesNotParse", Describe.Diagnostic(error));
                before.RemoveAt(same);
            }
        }

        // What stands elsewhere is the business of `scope`.
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is not { } change)
            return CheckFinding.Passed;
        if (change.IsDeletion)
            return CheckFinding.Passed;
        if (change.NewNode is null)
            return CheckFinding.Failed(change.Helpers.IsEmpty ? "MemberGone" : "AnotherMember", change.Region.Name);
        var stranger = change.Helpers.FirstOrDefault(helper => !MayStand(helper, change));
        return stranger is null
            ? CheckFinding.Passed
            : CheckFinding.Failed("NotExactlyOneMember", change.Region.Name, RegionChange.NameOf(stranger));
    }

    private static async Task<List<Diagnostic>> ErrorsAsync(Document document, CancellationToken cancellation)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
        return tree is null
            ? []
            : tree.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
    }

    // Helpers are private, and the region uses them.
    private static bool MayStand(SyntaxNode helper, RegionChange change)
    {
        if (helper.RawKind == change.OldNode.RawKind && helper is AccessorDeclarationSyntax)
            return false;
        if (helper is LocalFunctionStatementSyntax or MethodDeclarationSyntax or BaseFieldDeclarationSyntax or PropertyDeclarationSyntax
            && (helper is StatementSyntax || IsPrivate((MemberDeclarationSyntax)helper)))
        {
            var names = RegionChange.NameOf(helper).Split([", "], StringSplitOptions.None);
            return change.NewNode!.DescendantTokens().Any(token => names.Contains(token.ValueText));
        }

        return false;
    }

    private static bool IsPrivate(MemberDeclarationSyntax member) =>
        member.Modifiers.All(modifier => modifier.Text is not ("public" or "protected" or "internal" or "partial" or "override" or "virtual" or "extern"))
        && member.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax;
}
