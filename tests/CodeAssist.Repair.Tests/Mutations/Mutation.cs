using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Tests.Mutations;

/// <summary>How a program is changed.</summary>
internal enum MutationKind
{
    DeleteToken,
    SwapTokens,
    ReplaceToken,
    DuplicateLine,
    DeleteLine,
    ChangeOperator,
    ChangeLiteral,
    MoveStatement,
    ReplaceIdentifier,
}

/// <summary>A change of a program, drawn by CsCheck: numbers choose the file, the member and the tokens in it.</summary>
/// <param name="Kind">How the program is changed.</param>
/// <param name="File">Chooses the file.</param>
/// <param name="Member">Chooses the member.</param>
/// <param name="One">Chooses the first token, line or statement.</param>
/// <param name="Other">Chooses the second.</param>
/// <param name="Repairs">Whether the edit also repairs the member's diagnostic.</param>
internal sealed record Mutation(MutationKind Kind, int File, int Member, int One, int Other, bool Repairs)
{
    private static readonly Dictionary<SyntaxKind, string> OtherOperator = new()
    {
        [SyntaxKind.LessThanToken] = "<=",
        [SyntaxKind.LessThanEqualsToken] = "<",
        [SyntaxKind.GreaterThanToken] = ">=",
        [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.EqualsEqualsToken] = "!=",
        [SyntaxKind.ExclamationEqualsToken] = "==",
        [SyntaxKind.PlusToken] = "-",
        [SyntaxKind.MinusToken] = "+",
        [SyntaxKind.AsteriskToken] = "/",
        [SyntaxKind.AmpersandAmpersandToken] = "||",
        [SyntaxKind.BarBarToken] = "&&",
        [SyntaxKind.PlusPlusToken] = "--",
        [SyntaxKind.PlusEqualsToken] = "-=",
        [SyntaxKind.EqualsToken] = "+=",
        [SyntaxKind.QuestionQuestionToken] = "+",
        [SyntaxKind.DotToken] = "?.",
        [SyntaxKind.TrueKeyword] = "false",
        [SyntaxKind.FalseKeyword] = "true",
        [SyntaxKind.AwaitKeyword] = "",
    };

    /// <summary>Draws mutations.</summary>
    public static Gen<Mutation> Any { get; } =
        from kind in Gen.Int[0, (int)MutationKind.ReplaceIdentifier]
        from file in Gen.Int[0, int.MaxValue - 1]
        from member in Gen.Int[0, int.MaxValue - 1]
        from one in Gen.Int[0, int.MaxValue - 1]
        from other in Gen.Int[0, int.MaxValue - 1]
        from repairs in Gen.Bool
        select new Mutation((MutationKind)kind, file, member, one, other, repairs);

    /// <summary>The changes that the mutation makes in a member; empty where the member has nothing to change so.</summary>
    public IReadOnlyList<TextChange> ChangesOf(SyntaxNode member, SourceText text)
    {
        var tokens = member.DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        var (one, other) = (Pick(tokens, One), Pick(tokens, Other));
        switch (Kind)
        {
            case MutationKind.DeleteToken:
                return [new TextChange(one.Span, string.Empty)];
            case MutationKind.SwapTokens when !one.Span.OverlapsWith(other.Span):
                return [new TextChange(one.Span, other.Text), new TextChange(other.Span, one.Text)];
            case MutationKind.ReplaceToken:
                return [new TextChange(one.Span, other.Text)];
            case MutationKind.DuplicateLine:
                var line = text.Lines.GetLineFromPosition(one.SpanStart);
                return [new TextChange(new TextSpan(line.Start, 0), text.ToString(line.SpanIncludingLineBreak))];
            case MutationKind.DeleteLine:
                return [new TextChange(text.Lines.GetLineFromPosition(one.SpanStart).SpanIncludingLineBreak, string.Empty)];
            case MutationKind.ChangeOperator when Pick(tokens.Where(token => OtherOperator.ContainsKey(token.Kind())).ToList(), One) is { RawKind: not 0 } sign:
                return [new TextChange(sign.Span, OtherOperator[sign.Kind()])];
            case MutationKind.ChangeLiteral when Pick(tokens.Where(token => token.IsKind(SyntaxKind.NumericLiteralToken) || token.IsKind(SyntaxKind.StringLiteralToken)).ToList(), One) is { RawKind: not 0 } literal:
                return [new TextChange(literal.Span, literal.IsKind(SyntaxKind.NumericLiteralToken) ? "7" : "\"seven\"")];
            case MutationKind.MoveStatement:
                return Moved(member, text);
            case MutationKind.ReplaceIdentifier:
                var names = tokens.Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToList();
                return names.Count < 2 ? [] : [new TextChange(Pick(names, One).Span, Pick(names, Other).Text)];
            default:
                return [];
        }
    }

    private IReadOnlyList<TextChange> Moved(SyntaxNode member, SourceText text)
    {
        var statements = member.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement.Parent is BlockSyntax).ToList();
        if (statements.Count < 2)
            return [];
        var (moved, before) = (Pick(statements, One)!, Pick(statements, Other)!);
        return moved.Span.IntersectsWith(before.Span)
            ? []
            : [new TextChange(moved.Span, string.Empty), new TextChange(new TextSpan(before.SpanStart, 0), text.ToString(moved.Span) + " ")];
    }

    private static T? Pick<T>(List<T> from, int number) => from.Count == 0 ? default : from[number % from.Count];
}
