using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>A member's signature, accessibility, attributes and modifiers belong to its callers.</summary>
internal sealed class SignatureChanges : IBan
{
    public string? Find(PolicySubject subject)
    {
        if (subject.Allowance.ChangeSignature)
            return null;
        var before = Header(subject.OldNode);
        var after = Header(subject.NewNodes[0]);
        if (subject.Allowance.BecomeAsync && !before.Contains("async"))
            after.Remove("async");
        if (before.SequenceEqual(after))
            return null;

        // A name or a keyword says more of the change than the comma before it.
        var changes = PolicySubject.Added(before, after).Concat(PolicySubject.Added(after, before)).ToList();
        var changed = changes.Find(text => text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '_' or '@')) ?? changes.FirstOrDefault() ?? subject.Change.Region.Name;
        return Messages.Get("SignatureChanged", subject.Change.Region.Name, Describe.Source(changed));
    }

    // An expression body and a getter with nothing but a return are the same signature.
    private static List<string> Header(SyntaxNode node)
    {
        var tokens = Bodies.HeaderTokens(node).Select(token => token.Text).ToList();
        if (node is BasePropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } && accessors[0] is { Keyword.Text: "get", Modifiers.Count: 0, AttributeLists.Count: 0 } getter
            && (getter.Body is not null || getter.ExpressionBody is not null))
        {
            tokens.RemoveAll(text => text is "{" or "}" or "get");
        }

        return tokens;
    }
}
