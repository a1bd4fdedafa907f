using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>The code that a diagnostic flags.</summary>
/// <param name="Span">
/// The innermost statement, expression body, initialiser or switch arm that holds the diagnostic; of a declaration or
/// a compound statement the header only.
/// </param>
/// <param name="Surroundings">Where a repair that may add something beside the flagged code may add it.</param>
internal sealed record FlaggedCode(TextSpan Span, TextSpan Surroundings)
{
    /// <summary>The span of the diagnostic itself; null where nothing tells.</summary>
    public TextSpan? Target { get; init; }

    /// <summary>Finds the code that a span of a region flags.</summary>
    public static FlaggedCode Find(Region region, SyntaxNode root, TextSpan span)
    {
        var surroundings = region.Span;
        for (var node = root.FindNode(span, getInnermostNodeForTie: true); node is not null && node != region.Node; node = node.Parent)
        {
            switch (node)
            {
                case CatchClauseSyntax clause when !clause.Block.Span.Contains(span):
                    return new FlaggedCode(Until(clause, clause.Block), clause.Block.Span);
                case SwitchExpressionSyntax choice when choice.SwitchKeyword.Span.Contains(span):
                    return new FlaggedCode(TextSpan.FromBounds(choice.SpanStart, choice.OpenBraceToken.SpanStart), surroundings);
                case SwitchExpressionArmSyntax or SwitchLabelSyntax or EqualsValueClauseSyntax { Parent.Parent.Parent: BaseFieldDeclarationSyntax } or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                    return new FlaggedCode(node.Span, surroundings);
                case ArrowExpressionClauseSyntax arrow:
                    return new FlaggedCode(arrow.Expression.Span, surroundings);
                case ConstructorInitializerSyntax:
                    return new FlaggedCode(node.Span, surroundings);
                case BlockSyntax:
                    continue;
                case StatementSyntax statement:
                    return new FlaggedCode(PartOf(statement, span), surroundings);
                case ExpressionSyntax { Parent: LambdaExpressionSyntax lambda } when lambda.ExpressionBody == node:
                    return new FlaggedCode(node.Span, surroundings);
            }
        }

        var body = Bodies.Of(region.Node).FirstOrDefault();
        return body switch
        {
            ArrowExpressionClauseSyntax arrow when arrow.Span.Contains(span) => new FlaggedCode(arrow.Expression.Span, surroundings),
            not null when body.SpanStart > region.Span.Start => new FlaggedCode(TextSpan.FromBounds(region.Span.Start, body.SpanStart), surroundings),
            _ => new FlaggedCode(region.Span, surroundings),
        };
    }

    /// <summary>The same code as far as a repair sees it.</summary>
    public FlaggedCode To(Extent extent, SyntaxNode root, TextSpan span)
    {
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        return extent switch
        {
            Extent.Underlined => this with { Span = node.Span.Contains(span) && Span.Contains(node.Span) ? node.Span : Span },
            Extent.WholeStatement when node.FirstAncestorOrSelf<StatementSyntax>() is { } statement and not BlockSyntax && statement.Span.Contains(Span) => this with { Span = statement.Span },
            Extent.Block when node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is BlockSyntax or SwitchSectionSyntax) is { } block => this with { Span = block.Span },
            Extent.Arm when node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is SwitchExpressionArmSyntax or SwitchSectionSyntax) is { } arm => this with { Span = arm.Span },
            Extent.Guarded when GuardOf(node) is { } guard => this with { Span = guard.Span },
            Extent.AroundLambda when node.AncestorsAndSelf().TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax).OfType<AnonymousFunctionExpressionSyntax>().LastOrDefault() is { } lambda => this with { Span = Find(lambda) },
            _ => this,
        };
    }

    // The outermost if statement without else in which the flagged statement stands alone.
    private static IfStatementSyntax? GuardOf(SyntaxNode node)
    {
        IfStatementSyntax? guard = null;
        for (var current = node.FirstAncestorOrSelf<StatementSyntax>(); current?.Parent is IfStatementSyntax { Else: null } or BlockSyntax { Statements.Count: 1 }; current = (StatementSyntax)current.Parent)
            guard = current.Parent as IfStatementSyntax ?? guard;
        return guard;
    }

    /// <summary>The innermost statement, header of one, arm or body that a node stands in.</summary>
    public static TextSpan Find(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case CatchClauseSyntax clause:
                    return Until(clause, clause.Block);
                case SwitchExpressionArmSyntax or SwitchLabelSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax { Parent.Parent.Parent: BaseFieldDeclarationSyntax }:
                    return current.Span;
                case StatementSyntax statement and not BlockSyntax:
                    return PartOf(statement, node.Span);
            }
        }

        return node.Span;
    }

    /// <summary>The header of a compound statement; the whole of another one.</summary>
    public static TextSpan HeaderOf(StatementSyntax statement) => PartOf(statement, statement.GetFirstToken().Span);

    /// <summary>The body of the member whose header this is; null where it is none.</summary>
    public FlaggedCode? OfBody(Region region) =>
        Bodies.Of(region.Node).FirstOrDefault() is { } body && Span == TextSpan.FromBounds(region.Span.Start, body.SpanStart)
            ? this with { Span = body.Span }
            : null;

    /// <summary>
    /// The condition of the for loop whose step this is, where the condition changed and not the step; this otherwise.
    /// </summary>
    public FlaggedCode OrCondition(SyntaxNode root, SyntaxNode newRoot, TokenMap tokens)
    {
        var loop = root.FindNode(Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ForStatementSyntax>();
        if (loop is not { Condition: { } condition } || tokens.ToNew(loop.SpanStart) is not { } start
            || newRoot.FindToken(start).Parent is not ForStatementSyntax { Condition: { } changed } same)
        {
            return this;
        }

        return !SyntaxFactory.AreEquivalent(condition, changed) && loop.Incrementors.Select(Text).SequenceEqual(same.Incrementors.Select(Text))
            ? this with { Span = condition.Span }
            : this;

        static string Text(SyntaxNode step) => step.ToString();
    }

    /// <summary>
    /// What the flagged code became: the code of its kind that most of its tokens survive in; null where none does.
    /// </summary>
    public TextSpan? After(Region newRegion, SyntaxNode newRoot, TokenMap tokens)
    {
        var votes = new Dictionary<TextSpan, int>();
        foreach (var token in tokens.OldTokens.Where(token => Span.Contains(token.Span)))
        {
            if (tokens.ToNew(token.SpanStart) is not { } start || !newRegion.Span.Contains(start))
                continue;
            var span = Find(newRegion, newRoot, new TextSpan(start, token.Span.Length)).Span;
            votes.TryGetValue(span, out var count);
            votes[span] = count + 1;
        }

        // The tokens of a lambda tell of the lambda: they stand in the statement around it as well.
        return votes.Count == 0 ? null : votes.Keys.OrderByDescending(span => votes.Where(vote => span.Contains(vote.Key)).Sum(vote => vote.Value)).ThenBy(span => span.Length).ThenBy(span => span.Start).First();
    }

    private static TextSpan PartOf(StatementSyntax statement, TextSpan span) => statement switch
    {
        IfStatementSyntax @if => Until(@if, @if.Statement),
        WhileStatementSyntax @while => Until(@while, @while.Statement),
        DoStatementSyntax @do => @do.Condition.Span,
        ForStatementSyntax @for => PartOf(@for, span),
        CommonForEachStatementSyntax each => Until(each, each.Statement),
        UsingStatementSyntax @using => Until(@using, @using.Statement),
        LockStatementSyntax @lock => Until(@lock, @lock.Statement),
        FixedStatementSyntax @fixed => Until(@fixed, @fixed.Statement),
        SwitchStatementSyntax @switch => TextSpan.FromBounds(@switch.SpanStart, @switch.OpenBraceToken.SpanStart),
        TryStatementSyntax @try => @try.TryKeyword.Span,
        LocalFunctionStatementSyntax function when Bodies.Of(function).FirstOrDefault() is { } body => Until(function, body),
        _ => statement.Span,
    };

    private static TextSpan PartOf(ForStatementSyntax loop, TextSpan span)
    {
        if (loop.Condition is { } condition && condition.Span.Contains(span))
            return condition.Span;
        var step = loop.Incrementors.FirstOrDefault(incrementor => incrementor.Span.Contains(span));
        return step?.Span ?? TextSpan.FromBounds(loop.SpanStart, loop.FirstSemicolonToken.SpanStart);
    }

    private static TextSpan Until(SyntaxNode node, SyntaxNode body) => TextSpan.FromBounds(node.SpanStart, body.SpanStart);
}
