using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Values that nobody asked for: literals that say something, calls that the code did not make, conditions that say nothing.</summary>
internal static class MadeUpValues
{
    private static readonly HashSet<string> PlainNumbers = ["0", "-1", "-0", "default", "null", "False", "\0"];

    // The default of these is a value that nobody means.
    private static readonly string[] NoPlainDefault = ["System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Guid"];

    // What people write for a text that is missing.
    private static readonly HashSet<string> WordsForNothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "unknown", "none", "empty", "missing", "na", "nothing", "null", "unnamed", "untitled", "nobody", "noname", "notset", "undefined", "anonymous", "unspecified", "notavailable", "nodata", "novalue",
    };

    /// <summary>A literal that appears and says something that the member did not say before; null where there is none.</summary>
    public static Drift? FindLiteral(EffectPairs pairs)
    {
        if (!pairs.Allowance.PlainLiterals)
            return null;
        var (granted, armsByName) = (pairs.Grants.New, pairs.Allowance.ArmsByName);
        foreach (var i in pairs.Appeared)
        {
            if (pairs.New[i] is { Kind: EffectKinds.Literal } literal && !granted.Contains(i) && !(IsPlain(literal.Text) && !(literal.Text.EndsWith(" default", StringComparison.Ordinal) && NoPlainDefault.Any(literal.Text.Contains)) && !(armsByName && IsOfDiscard(literal))) && !(armsByName && IsOfNamedArm(literal)) && !IsThrown(literal)
                && !IsNegated(literal) && (pairs.Allowance is { WritesNamed: true, CloseOpenEnd: true } || !IsKnown(pairs, literal)) && !NamesItsArm(literal))
            {
                return new Drift(literal, Vanished: false);
            }
        }

        return null;
    }

    /// <summary>A call that appears, is none of those that a repair makes, and that the member did not make before; null where there is none.</summary>
    public static Drift? FindCall(EffectPairs pairs)
    {
        var (granted, armsByName, calls) = (pairs.Grants.New, pairs.Allowance.ArmsByName, pairs.Allowance.NewCalls);
        var helpers = pairs.Scope.Helpers.Count > 0 ? pairs.Scope.HelperNames : [];
        if (calls.Count == 0)
            return null;
        foreach (var i in pairs.Appeared)
        {
            if (armsByName && pairs.New[i] is { Kind: EffectKinds.Read } value && IsOfDiscard(value) && !pairs.Old.Contains(value, Effect.Comparer))
                return new Drift(value, Vanished: false);
            if (pairs.New[i].Kind == EffectKinds.Call && NoPlainDefault.Any(type => pairs.New[i].Text == type + "?.GetValueOrDefault()"))
                return new Drift(pairs.New[i], Vanished: false);
            if (!granted.Contains(i) && IsCall(pairs.New[i]) && pairs.New[i] is var call && !IsThrown(call) && !IsMade(pairs, i) && !helpers.Any(helper => call.Text.Contains("." + helper + "(") || call.Text == "local " + helper)
                && !(armsByName && IsOfNamedArm(call) && pairs.Old.Any(old => OutwardCalls.AreOfOneType(old, call)))
                && !calls.Any(pattern => EffectSwap.Call(string.Empty, pattern).MayAppear(call.Text)))
            {
                return new Drift(call, Vanished: false);
            }
        }

        return null;
    }

    private static bool IsOfNamedArm(Effect effect) => ArmOf(effect) is { Pattern: ConstantPatternSyntax or DeclarationPatternSyntax or RecursivePatternSyntax };

    // What nobody named is an error, or what another arm says already.
    private static bool IsOfDiscard(Effect effect) => ArmOf(effect) is { Pattern: DiscardPatternSyntax or VarPatternSyntax } && !IsThrown(effect);

    private static SwitchExpressionArmSyntax? ArmOf(Effect effect) => effect.Syntax?.FirstAncestorOrSelf<SwitchExpressionArmSyntax>();

    // The new object whose element or argument a node is.
    private static SyntaxNode? IsFilled(SyntaxNode node) => node switch
    {
        InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax } => node.Parent,
        ImplicitArrayCreationExpressionSyntax => node,
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } => creation,
        _ => node.GetType().Name == "CollectionExpressionSyntax" ? node : null,
    };

    // A read by an index or a key is a call, too.
    private static bool IsCall(Effect effect) => effect.Kind == EffectKinds.Call || (effect.Kind == EffectKinds.Read && effect.Text.Contains(".this["));

    // What the member calls already may move, or be called in a branch of its own; a name that could not be bound may be a call's.
    private static bool IsMade(EffectPairs pairs, int index)
    {
        var call = pairs.New[index];
        var before = pairs.Old.Count(effect => Effect.Comparer.Equals(effect, call));
        return (before > 0 && (pairs.New.Count(effect => Effect.Comparer.Equals(effect, call)) <= before || pairs.IsInNewConstruct(index)))
            || pairs.Old.Any(effect => effect.Kind == EffectKinds.Read && (call.Text.Contains("." + effect.Text + "(") || call.Text.Contains("." + effect.Text + "<") || call.Text.StartsWith("local " + effect.Text, StringComparison.Ordinal)));
    }

    /// <summary>Something that an object is filled with, or made of, where it was to be empty; null where there is nothing.</summary>
    public static Drift? FindElements(EffectPairs pairs)
    {
        if (!pairs.Allowance.OnlyEmpty)
            return null;
        foreach (var i in pairs.Appeared)
        {
            if (pairs.New[i] is { Syntax: { } syntax } effect && effect.Kind is not EffectKinds.Write && !IsThrown(effect) && syntax.Ancestors().TakeWhile(node => node is not StatementSyntax)
                .Any(node => IsFilled(node) is { } filled && pairs.Appeared.Any(at => pairs.New[at].Syntax == filled) && pairs.Scope.Region?.DescendantNodes().Any(old => old.RawKind == filled.RawKind && Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AreEquivalent(old, filled)) != true))
            {
                return new Drift(effect, Vanished: false);
            }
        }

        return null;
    }

    /// <summary>A condition that appears and is always the same: a literal in it, or a comparison of something with itself; null where there is none.</summary>
    public static Drift? FindTautology(EffectPairs pairs)
    {
        foreach (var i in pairs.Appeared)
        {
            if (pairs.New[i] is { Kind: EffectKinds.Operator, Syntax: BinaryExpressionSyntax binary } @operator && IsTautology(@operator.Text, binary))
                return new Drift(@operator, Vanished: false);
            if (pairs.New[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open, Text: "if" or "?:" or "while" } condition
                && EffectPairs.Header(pairs.New, i).ToList() is [{ Kind: EffectKinds.Literal }])
            {
                return new Drift(condition, Vanished: false);
            }
        }

        return null;
    }

    /// <summary>Whether an effect stands in what is thrown, which says why in its own words.</summary>
    public static bool IsThrown(Effect effect)
    {
        for (var node = effect.Syntax; node is not null and not (AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is ThrowStatementSyntax or ThrowExpressionSyntax)
                return effect.Kind != EffectKinds.Call || effect.Text.StartsWith("new ", StringComparison.Ordinal) || effect.Text.StartsWith("string.", StringComparison.Ordinal) || effect.Text == "object.GetType()";
            if (node is StatementSyntax)
                return false;
        }

        return false;
    }

    private static bool IsTautology(string text, BinaryExpressionSyntax binary) => text switch
    {
        "ConditionalAnd" or "ConditionalOr" or "And" or "Or" => IsBoolLiteral(binary.Left) || IsBoolLiteral(binary.Right) || IsSame(binary),
        "Equals" or "NotEquals" or "LessThan" or "LessThanOrEqual" or "GreaterThan" or "GreaterThanOrEqual" => IsSame(binary),
        _ => false,
    };

    private static bool IsSame(BinaryExpressionSyntax binary) => Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AreEquivalent(binary.Left, binary.Right);

    private static bool IsBoolLiteral(ExpressionSyntax expression) => expression.ToString() is "true" or "false";

    private static bool IsPlain(string text)
    {
        if (text.StartsWith("nameof ", StringComparison.Ordinal))
            return true;
        var value = text.Substring(text.IndexOf(' ') + 1);
        return text.StartsWith("string ", StringComparison.Ordinal)
            ? !value.Any(char.IsLetterOrDigit) || WordsForNothing.Contains(new string([.. value.Where(char.IsLetter)]))
            : PlainNumbers.Contains(value);
    }

    // -1: what is not found.
    private static bool IsNegated(Effect literal) =>
        literal.Text.EndsWith(" 1", StringComparison.Ordinal) && literal.Syntax?.Parent is PrefixUnaryExpressionSyntax { OperatorToken.Text: "-" };

    // `true` where the member says `false` elsewhere is the other answer; where it says `true` already, another path has it.
    private static bool IsKnown(EffectPairs pairs, Effect literal)
    {
        // Words that the member says elsewhere are not what it means by nothing.
        if (pairs.Allowance.FallbackAtDeclaration && literal.Text.StartsWith("string ", StringComparison.Ordinal) && pairs.FlaggedVanished.Any(i => pairs.Old[i] is { Kind: EffectKinds.Literal, Text: " null" }))
            return false;
        if (literal.Text != "bool True")
            return pairs.Old.Contains(literal, Effect.Comparer);
        return literal.Syntax?.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax
            && Says("bool False") && !Says("bool True");

        bool Says(string text) => pairs.Old.Any(effect => effect is { Kind: EffectKinds.Literal, Syntax.Parent: ReturnStatementSyntax or SwitchExpressionArmSyntax } && effect.Text == text);
    }

    // The text of an arm that says what its pattern says: `Color.Red => "red"`.
    private static bool NamesItsArm(Effect literal) =>
        literal.Syntax?.Parent is SwitchExpressionArmSyntax { Pattern: var pattern }
        && string.Equals(pattern.GetLastToken().ValueText, literal.Text.Substring(literal.Text.IndexOf(' ') + 1), StringComparison.OrdinalIgnoreCase);
}
