using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Mutating;

/// <summary>
/// The mutation operators that write what a rule reports: each makes of right code the bug that the rule was made for.
/// As with <see cref="Mutations"/>, whether the result compiles, and who notices it, is for the caller to find out.
/// </summary>
public static class RuleMutations
{
    private static readonly HashSet<SyntaxKind> SameOperands =
    [
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.SubtractExpression, SyntaxKind.DivideExpression,
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression,
    ];

    // What a span of time is in a unit, and what remains of it in that unit.
    private static readonly Dictionary<string, string> Components = new(StringComparer.Ordinal)
    {
        ["TotalDays"] = "Days", ["TotalHours"] = "Hours", ["TotalMinutes"] = "Minutes", ["TotalSeconds"] = "Seconds", ["TotalMilliseconds"] = "Milliseconds",
    };

    /// <summary>The mutations of a member, in the order of their places.</summary>
    /// <param name="model">Tells what names and types mean.</param>
    /// <param name="member">The member; what stands in it is mutated.</param>
    public static IEnumerable<Mutation> Of(SemanticModel model, SyntaxNode member)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(member);
        return member.DescendantNodesAndSelf().SelectMany(node => At(model, node));
    }

    private static IEnumerable<Mutation> At(SemanticModel model, SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => [.. SameOperand(model, binary), .. ShortCircuit(binary), .. OddCheck(binary)],
        CastExpressionSyntax cast => LostCast(model, cast),
        IdentifierNameSyntax name => [.. WrongField(model, name), .. Component(name)],
        CatchClauseSyntax { Block.Statements.Count: > 0 } handler => [Mutation.Of("swallowed-exception", handler.Block.Span, "{ }")],
        ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax created } thrown =>
            [Mutation.Of("exception-not-thrown", TextSpan.FromBounds(thrown.SpanStart, created.SpanStart), string.Empty)],
        UsingStatementSyntax { Declaration: { } declaration } scope =>
            [Mutation.Of("dropped-dispose", scope.Span, $"{{ {declaration}; {scope.Statement} }}")],
        IfStatementSyntax { Else.Statement: { } other } decision => Branches(decision, other),
        ConditionalExpressionSyntax choice when !choice.WhenTrue.IsEquivalentTo(choice.WhenFalse) =>
            [Mutation.Of("identical-branches", choice.WhenFalse.Span, choice.WhenTrue.ToString())],
        AssignmentExpressionSyntax assignment => Assigned(assignment),
        PostfixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax, Operand: IdentifierNameSyntax variable } step =>
            [Mutation.Of("useless-increment", step.Span, $"{variable} = {step}")],
        BlockSyntax block => Neighbours(block),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property, Expression: IdentifierNameSyntax read } =>
            [Mutation.Of("infinite-recursion", read.Span, property.Identifier.ValueText)],
        ForEachStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" } copied } copy } =>
            [Mutation.Of("dropped-copy", copy.Span, copied.Expression.ToString())],
        ParenthesizedExpressionSyntax { Parent: BinaryExpressionSyntax, Expression: ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } } kept =>
            [Mutation.Of("dropped-parentheses", kept.Span, kept.Expression.ToString())],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier: { ValueText: "ThenBy" or "ThenByDescending" } then } } } =>
            [Mutation.Of("ordered-twice", then.Span, then.ValueText.Replace("Then", "Order", StringComparison.Ordinal))],
        _ => [],
    };

    // a.X == b.X => a.X == a.X
    private static IEnumerable<Mutation> SameOperand(SemanticModel model, BinaryExpressionSyntax binary) =>
        SameOperands.Contains(binary.Kind())
        && binary.Right is not LiteralExpressionSyntax && binary.Left is not LiteralExpressionSyntax
        && !binary.Left.IsEquivalentTo(binary.Right)
        && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(binary.Left).Type, model.GetTypeInfo(binary.Right).Type)
            ? [Mutation.Of("identical-operands", binary.Right.Span, binary.Left.ToString())]
            : [];

    private static IEnumerable<Mutation> ShortCircuit(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression => [Mutation.Of("non-short-circuit", binary.OperatorToken.Span, "&")],
        SyntaxKind.LogicalOrExpression => [Mutation.Of("non-short-circuit", binary.OperatorToken.Span, "|")],
        _ => [],
    };

    // n % 2 != 0 => n % 2 == 1, which no negative number passes
    private static IEnumerable<Mutation> OddCheck(BinaryExpressionSyntax binary) =>
        binary is { RawKind: (int)SyntaxKind.NotEqualsExpression, Left: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.ModuloExpression } left, Right: LiteralExpressionSyntax { Token.Value: 0 } }
        && left.Right is LiteralExpressionSyntax { Token.Value: 2 }
            ? [Mutation.Of("odd-check", TextSpan.FromBounds(binary.OperatorToken.SpanStart, binary.Span.End), "== 1")]
            : [];

    // (double)a / b => a / b
    private static IEnumerable<Mutation> LostCast(SemanticModel model, CastExpressionSyntax cast)
    {
        var whole = cast.Parent is ParenthesizedExpressionSyntax ? cast.Parent : (SyntaxNode)cast;
        if (whole.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division)
            return [];
        var other = division.Left == whole ? division.Right : division.Left;
        return IsIntegral(model, cast.Expression) && IsIntegral(model, other)
            ? [Mutation.Of("integer-division", TextSpan.FromBounds(cast.SpanStart, cast.Expression.SpanStart), string.Empty)]
            : [];
    }

    private static bool IsIntegral(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte;

    // In an accessor, another field of the same type.
    private static IEnumerable<Mutation> WrongField(SemanticModel model, IdentifierNameSyntax name)
    {
        if (!name.Ancestors().TakeWhile(node => node is not TypeDeclarationSyntax).OfType<BasePropertyDeclarationSyntax>().Any()
            || model.GetSymbolInfo(name).Symbol is not IFieldSymbol { IsConst: false } field)
        {
            return [];
        }

        return field.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Where(other => !other.IsImplicitlyDeclared && !other.IsConst && other.IsStatic == field.IsStatic && other.Name != field.Name && SymbolEqualityComparer.Default.Equals(other.Type, field.Type))
            .Take(1)
            .Select(other => Mutation.Of("wrong-field", name.Span, other.Name));
    }

    private static IEnumerable<Mutation> Component(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name && Components.TryGetValue(name.Identifier.ValueText, out var component)
            ? [Mutation.Of("time-component", name.Span, component)]
            : [];

    // if (a) x; else if (b) y; => ... else if (a) y;   and   if (a) x; else y; => if (a) x; else x;
    private static IEnumerable<Mutation> Branches(IfStatementSyntax decision, StatementSyntax other)
    {
        if (other is IfStatementSyntax next)
        {
            if (!next.Condition.IsEquivalentTo(decision.Condition))
                yield return Mutation.Of("repeated-condition", next.Condition.Span, decision.Condition.ToString());
        }
        else if (!other.IsEquivalentTo(decision.Statement))
        {
            yield return Mutation.Of("identical-branches", other.Span, decision.Statement.ToString());
        }
    }

    private static IEnumerable<Mutation> Assigned(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Parent is not ExpressionStatementSyntax)
            yield break;
        if (assignment.IsKind(SyntaxKind.AddAssignmentExpression) || assignment.IsKind(SyntaxKind.SubtractAssignmentExpression))
            yield return Mutation.Of("reversed-assignment", assignment.OperatorToken.Span, assignment.IsKind(SyntaxKind.AddAssignmentExpression) ? "=+" : "=-");
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            yield break;
        if (assignment.Right is IdentifierNameSyntax && !assignment.Right.IsEquivalentTo(assignment.Left))
            yield return Mutation.Of("self-assignment", assignment.Right.Span, assignment.Left.ToString());
        // text = text.Trim() => text.Trim()
        if (assignment.Right is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } && call.Expression.IsEquivalentTo(assignment.Left))
            yield return Mutation.Of("ignored-result", TextSpan.FromBounds(assignment.SpanStart, assignment.Right.SpanStart), string.Empty);
    }

    private static IEnumerable<Mutation> Neighbours(BlockSyntax block)
    {
        for (var i = 0; i + 1 < block.Statements.Count; i++)
        {
            var (one, other) = (block.Statements[i], block.Statements[i + 1]);
            // if (x is null) return; x.Do(); => x.Do(); if (x is null) return;
            if (GuardedName(one) is { } guarded && other.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == guarded))
                yield return new Mutation("late-null-check", [new TextChange(one.Span, other.ToString()), new TextChange(other.Span, one.ToString())]);
            // A = a; B = b; => A = a; A = b;
            if (Target(one) is { } first && Target(other) is { } second && !first.IsEquivalentTo(second))
                yield return Mutation.Of("overwritten-assignment", second.Span, first.ToString());
        }
    }

    private static ExpressionSyntax? Target(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } ? assignment.Left : null;

    private static string? GuardedName(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax { Else: null, Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax name, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } => name.Identifier.ValueText,
        IfStatementSyntax { Else: null, Condition: IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } => name.Identifier.ValueText,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }, ..] } } => name.Identifier.ValueText,
        _ => null,
    };
}
