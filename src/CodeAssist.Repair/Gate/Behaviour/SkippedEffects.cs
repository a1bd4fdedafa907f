using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// What a new way out skips behind the flagged code. Code that works on the flagged value had nothing to work on; what
/// does not depend on that value would silently not happen any more, where an exception told of it before. A test that
/// leaves silently tests nothing.
/// </summary>
internal static class SkippedEffects
{
    private const EffectKinds Weighty = EffectKinds.Call | EffectKinds.Write | EffectKinds.Await | EffectKinds.Yield;

    private static readonly HashSet<string> TestAttributes = ["Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod", "Property", "SkippableFact", "InlineData"];

    /// <summary>The first effect that a new return skips and that does not depend on the flagged value; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        if (pairs.Scope.Region is not { } region)
            return null;
        var values = pairs.TargetReads();
        var isTest = IsTest(region);
        foreach (var i in pairs.Appeared)
        {
            // A way out that takes the place of the flagged one is none that is new.
            if (pairs.New[i] is not { Kind: EffectKinds.Jump, Mark: Mark.None, Text: "return" or "Break" or "Continue" } jump || pairs.After(i) > pairs.End || !pairs.IsInNewConstruct(i))
                continue;
            if (isTest)
                return new Drift(jump, Vanished: false);
            if (jump.Text == "return" && IsInLoop(pairs.New, i, pairs.OldOfNew) && !Enumerable.Range(0, pairs.Old.Count).Any(at => pairs.Old[at] is { Kind: EffectKinds.Jump, Text: "return" } && IsInLoop(pairs.Old, at, null)))
                return new Drift(jump, Vanished: false);
            if (jump.Text == "Continue" && FirstIndependent(pairs, values, ofPass: true) is not null)
                return new Drift(jump, Vanished: false);
            if (jump.Text == "return" && values.Count > 0 && FirstIndependent(pairs, values) is { } skipped)
                return new Drift(skipped, Vanished: true);
        }

        return isTest ? NewCondition(pairs) : null;
    }

    /// <summary>Whether a member is a test, by its attributes or the name of its type.</summary>
    public static bool IsTest(SyntaxNode region) =>
        region.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().SelectMany(member => member.AttributeLists).SelectMany(list => list.Attributes)
            .Any(attribute => TestAttributes.Contains(Name(attribute.Name)))
        || region.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => Array.Exists(["Test", "Tests", "Spec", "Specs", "Fixture", "Facts"], end => type.Identifier.ValueText.EndsWith(end, StringComparison.Ordinal)));

    private static string Name(NameSyntax name) => (name as QualifiedNameSyntax)?.Right.Identifier.ValueText.Replace("Attribute", string.Empty) ?? name.ToString().Replace("Attribute", string.Empty);

    // In a test a call under a new condition is an assertion that may not be made.
    private static Drift? NewCondition(EffectPairs pairs)
    {
        foreach (var i in pairs.Appeared)
        {
            if (pairs.New[i] is not { Kind: EffectKinds.Condition, Mark: Mark.Open, Text: "if" or "while" or "foreach" or "for" } condition)
                continue;
            var depth = 0;
            for (var at = i; at < pairs.New.Count; at++)
            {
                depth += pairs.New[at].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
                if (depth == 0)
                    break;
                if (pairs.New[at].Kind == EffectKinds.Call && !MadeUpValues.IsThrown(pairs.New[at]))
                    return new Drift(condition, Vanished: false);
            }
        }

        return null;
    }

    // In a loop that was there: what is left of it would not be done either.
    private static bool IsInLoop(IReadOnlyList<Effect> effects, int index, int[]? oldOfNew)
    {
        var depth = 0;
        for (var i = index; i >= 0; i--)
        {
            depth += effects[i].Mark switch { Mark.Open => -1, Mark.Close => 1, _ => 0 };
            if (depth >= 0)
                continue;
            if (effects[i].Text is "for" or "foreach" or "await foreach" or "while" or "until" or "do" && oldOfNew?[i] is not -1)
                return true;
            depth = 0;
        }

        return false;
    }

    // Behind the flagged code, or in the rest of the loop's pass.
    private static Effect? FirstIndependent(EffectPairs pairs, IReadOnlyCollection<string> values, bool ofPass = false)
    {
        var dependent = new HashSet<string>(values);
        var depth = 0;
        for (var i = pairs.First; i < pairs.Old.Count; i++)
        {
            var effect = pairs.Old[i];
            depth += effect.Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (ofPass && depth < 0 && effect.Text is "for" or "foreach" or "await foreach" or "while" or "until" or "do")
                return null;
            if (effect.Mark != Mark.None || effect.Syntax is not { } syntax || (effect.Kind & (Weighty | EffectKinds.Variable)) == 0)
                continue;
            var depends = (i < pairs.End && pairs.IsFlagged(i)) || Statements(syntax).Any(span => Reads(pairs.Old, span, dependent));
            if (depends && effect.Kind is EffectKinds.Variable or EffectKinds.Write)
                dependent.Add(effect.Kind == EffectKinds.Variable ? effect.Text.Substring(effect.Text.LastIndexOf(' ') + 1) : effect.Text);
            else if (!depends && (effect.Kind & Weighty) != 0 && !IsInFunction(syntax))
                return effect;
        }

        return null;
    }

    // The innermost statement, and the headers of those around it.
    private static IEnumerable<Microsoft.CodeAnalysis.Text.TextSpan> Statements(SyntaxNode syntax)
    {
        yield return FlaggedCode.Find(syntax);
        foreach (var outer in syntax.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax or AccessorDeclarationSyntax)).OfType<StatementSyntax>().Where(node => node is not BlockSyntax))
            yield return FlaggedCode.HeaderOf(outer);
    }

    private static bool Reads(IReadOnlyList<Effect> effects, Microsoft.CodeAnalysis.Text.TextSpan span, HashSet<string> values) =>
        effects.Any(effect => effect.Kind == EffectKinds.Read && span.Contains(effect.Span) && values.Contains(effect.Text));

    private static bool IsInFunction(SyntaxNode syntax) =>
        syntax.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(node => node is LocalFunctionStatementSyntax);
}
