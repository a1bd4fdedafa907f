using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>Where a name could not be bound, that name is what is wrong: every other name of the statement stays.</summary>
internal static class KeptWords
{
    /// <summary>Another method in place of the one that lacks an argument, or has one too many; null where there is none.</summary>
    public static CheckFinding? FindOtherCallee(RepairForm form) =>
        form.Target.Id is not "CS1501" || form.FlaggedNode.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || WantedName.LastName(call) is not { } name
        || form.InNew<SimpleNameSyntax>().Count(now => now.Identifier.ValueText == name) >= form.InOld<SimpleNameSyntax>().Count(before => before.Identifier.ValueText == name) ? null
        : RepairForm.Vanished("EffectCall", name);

    /// <summary>What an exception says, where only its arguments were in the wrong order; null where it still says it.</summary>
    public static CheckFinding? FindLostMessage(RepairForm form)
    {
        if (form.Target.Id is not ("CA2208" or "S3928" or "MA0015"))
            return null;
        var kept = new HashSet<string>(form.NewNode.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText));
        return RepairForm.Vanished("EffectLiteral", form.OldNode.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Contains(" ")).Select(token => token.ValueText).FirstOrDefault(text => !kept.Contains(text)));
    }

    /// <summary>Another name that went; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id is not ("CS0103" or "CS0117" or "CS0246"))
            return null;
        var flagged = new HashSet<string>(form.FlaggedNode.FirstAncestorOrSelf<StatementSyntax>()?.DescendantTokens().Where(token => form.Target.Location.SourceSpan.Contains(token.Span)).Select(token => token.ValueText) ?? []);
        var left = Names(form.NewNode).GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        foreach (var name in Names(form.OldNode))
        {
            if (left.TryGetValue(name, out var count) && count > 0)
                left[name] = count - 1;
            else if (flagged.Count > 0 && !flagged.Contains(name))
                return RepairForm.Vanished("EffectRead", name);
        }

        return null;

        static IEnumerable<string> Names(SyntaxNode node) => node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
    }
}
