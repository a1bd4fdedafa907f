using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>A member's signature, accessibility, attributes and modifiers belong to its callers.</summary>
internal sealed class SignatureChanges : IBan
{
    public string? Find(PolicySubject subject)
    {
        var before = Header(subject.OldNode);
        var after = Header(subject.NewNodes[0]);
        if (subject.Allowance.BecomeAsync && !before.Contains("async"))
            after.Remove("async");
        if (before.SequenceEqual(after) || (subject.OldNode is EventFieldDeclarationSyntax && IsSwap(before, after, string.Empty, "?")) || subject.Allowance.SignatureSwaps.Any(swap => IsSwap(before, after, swap.From, swap.To)))
            return null;

        return Messages.Get("SignatureChanged", subject.Change.Region.Name, Describe.Source(Changed(before, after)));
    }

    // One place, and nothing else, differs: `void` became `Task`.
    private static bool IsSwap(List<string> before, List<string> after, string from, string to)
    {
        string[] gone = from.Length == 0 ? [] : from.Split(' ');
        string[] come = to.Length == 0 ? [] : to.Split(' ');
        for (var i = 0; i + gone.Length <= before.Count; i++)
        {
            var now = after.Skip(i).Take(come.Length).ToList();
            if (now.Count == come.Length && before.Take(i).Concat(now).Concat(before.Skip(i + gone.Length)).SequenceEqual(after) && AreAll(now, come) && AreAll(before.Skip(i).Take(gone.Length).ToList(), gone))
                return true;
        }

        return false;
    }

    private static bool AreAll(List<string> tokens, string[] patterns) => !patterns.Where((pattern, i) => !Is(tokens[i], pattern)).Any();

    // `*` at the end of a pattern stands for the rest of a name. A modifier is none.
    private static bool Is(string token, string pattern) =>
        pattern.EndsWith("*", StringComparison.Ordinal)
            ? token.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal) && SyntaxFacts.IsValidIdentifier(token) && SyntaxFacts.GetKeywordKind(token) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(token) == SyntaxKind.None
            : token == pattern;

    // The tokens from the first to the last that differ.
    private static string Changed(List<string> before, List<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[before.Count - 1 - end] == after[after.Count - 1 - end])
            end++;
        var gone = string.Join(" ", before.Skip(start).Take(before.Count - end - start));
        var come = string.Join(" ", after.Skip(start).Take(after.Count - end - start));
        return come.Length == 0 ? "- " + gone : gone.Length == 0 ? "+ " + come : gone + " → " + come;
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
