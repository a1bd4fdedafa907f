using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA1030: carries the effect out in a statement before the call, and passes its result. Only where every build that makes
/// the call comes to the effect first.
/// </summary>
internal sealed class AssertHasSideEffectTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1030";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        var effect = context.Flagged.AncestorsAndSelf().OfType<ExpressionSyntax>()
            .FirstOrDefault(node => node is AssignmentExpressionSyntax or InvocationExpressionSyntax || IsStep(node));
        var statement = effect?.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        if (effect is null || statement is not { Expression: InvocationExpressionSyntax call, Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } || effect == call
            || !ComesFirst(effect, call) || context.Model.GetTypeInfo(effect, cancellation).Type is not { SpecialType: not SpecialType.System_Void } type)
        {
            return null;
        }

        var text = context.Root.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        if (indentation.Trim().Length > 0)
            return null;
        var newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var replaced = effect.Parent is ParenthesizedExpressionSyntax parenthesized ? (ExpressionSyntax)parenthesized : effect;
        var (before, value) = effect switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } => ($"{effect};", target.Identifier.Text),
            PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax target } => ($"{effect};", target.Identifier.Text),
            _ => Kept(effect, type, statement, context.Model),
        };
        return new TemplateEdit(
            Messages.Get("TitleMoveOut", effect, call.Expression),
            ImmutableArray.Create(
                new TextChange(new TextSpan(statement.SpanStart, 0), before + (newLine.Length > 0 ? newLine : "\n") + indentation),
                new TextChange(replaced.Span, value)));
    }

    private static (string Before, string Value) Kept(ExpressionSyntax effect, ITypeSymbol type, SyntaxNode statement, SemanticModel model)
    {
        var name = FreeName(type.SpecialType == SpecialType.System_Boolean ? "succeeded" : "result", statement, model);
        return ($"var {name} = {effect};", name);
    }

    private static bool IsStep(ExpressionSyntax node) => node.Kind()
        is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;

    // On the way up nothing decides whether it is evaluated, and what is evaluated before it only reads constants.
    private static bool ComesFirst(ExpressionSyntax effect, InvocationExpressionSyntax call)
    {
        SyntaxNode child = effect;
        for (var node = effect.Parent; node is not null && node != call; child = node, node = node.Parent)
        {
            switch (node)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ArgumentListSyntax:
                case MemberAccessExpressionSyntax:
                case BinaryExpressionSyntax binary when binary.Left == child || (!IsShortCircuit(binary) && IsConstant(binary.Left)):
                case IsPatternExpressionSyntax match when match.Expression == child && match.DescendantNodes().All(inner => inner is not SingleVariableDesignationSyntax):
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax list } argument when list.Arguments[0] == argument && (list.Parent == call || IsConstantCallee(list.Parent)):
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }

    private static bool IsShortCircuit(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static bool IsConstant(ExpressionSyntax expression) => expression is LiteralExpressionSyntax;

    // A method by its name alone, such as Check(Next()): nothing is evaluated before its arguments.
    private static bool IsConstantCallee(SyntaxNode? callee) => callee is InvocationExpressionSyntax { Expression: IdentifierNameSyntax };

    private static string FreeName(string wish, SyntaxNode statement, SemanticModel model)
    {
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? statement.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        var name = wish;
        for (var number = 2; taken.Contains(name) || !model.LookupSymbols(statement.SpanStart, name: name).IsEmpty; number++)
            name = wish + number;
        return name;
    }
}
