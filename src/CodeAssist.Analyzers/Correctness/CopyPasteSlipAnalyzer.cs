using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1031: in a run of parallel lines, one name was left behind from the line that was copied.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopyPasteSlipAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // What has such a name is often given the value of something else: current = minimum.
    private static readonly string[] DerivedWords =
    [
        "current", "value", "initial", "original", "default", "previous", "prev", "old", "new", "saved", "last", "first", "next", "active", "selected", "effective",
        "actual", "display", "backup", "cached", "target", "source", "requested", "modified", "updated",
    ];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.CopyPasteSlip, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnSyntax(
        syntax => Analyze(context, syntax),
        SyntaxKind.Block,
        SyntaxKind.SwitchSection,
        SyntaxKind.ObjectInitializerExpression,
        SyntaxKind.LogicalAndExpression,
        SyntaxKind.LogicalOrExpression);

    private static void Analyze(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        foreach (var slip in ParallelRun.Slips(LinesOf(context.Node)))
        {
            // An assignment to the wrong target overwrites the right one, and CDA1037 tells of it.
            if (slip.IsFirst && slip.Line is AssignmentExpressionSyntax
                || slip.Wrong.Parent is not IdentifierNameSyntax wrong
                || IsDerived(slip.Expected, Stem.Of(wrong.Identifier.ValueText))
                || AreRelated(slip.Expected, Stem.Of(wrong.Identifier.ValueText))
                || IsExplained(slip.Line)
                || ExpectedName(wrong, slip.Expected, context) is not { } expected)
            {
                continue;
            }

            var flagged = wrong.Parent is MemberAccessExpressionSyntax access && access.Name == wrong ? access : (ExpressionSyntax)wrong;
            rule.Report(context, new Finding(flagged)
            {
                AdditionalLocations = [slip.Copied.GetLocation()],
                Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, expected),
                Arguments = [Snippet.Of(flagged), flagged is MemberAccessExpressionSyntax member ? Snippet.Of(member.Expression) + "." + expected : expected],
            });
        }
    }

    // current = minimum; but last name and first name are two of a kind.
    private static bool IsDerived(string expected, string wrong)
    {
        var rest = WithoutWord(expected);
        return rest is not null && (rest.Length == 0 || rest != WithoutWord(wrong));
    }

    // What follows such a word at a name's start; null where there is none.
    private static string? WithoutWord(string stem) =>
        DerivedWords.FirstOrDefault(word => stem.StartsWith(word, StringComparison.Ordinal)) is { } word ? stem.Substring(word.Length) : null;

    // part.OwnerId = Id: one name says what it has of the other.
    private static bool AreRelated(string one, string other) => one.Contains(other) || other.Contains(one);

    private static IReadOnlyList<SyntaxNode?> LinesOf(SyntaxNode node)
    {
        switch (node)
        {
            case BlockSyntax block:
                return LinesOf(block.Statements);
            case SwitchSectionSyntax section:
                return LinesOf(section.Statements);
            case InitializerExpressionSyntax initializer:
                return initializer.Expressions.Select(expression => expression as AssignmentExpressionSyntax).ToList();
            case BinaryExpressionSyntax chain when !chain.Parent.IsKind(chain.Kind()):
                var operands = new List<SyntaxNode?>();
                ExpressionSyntax rest = chain;
                for (; rest is BinaryExpressionSyntax binary && binary.IsKind(chain.Kind()); rest = binary.Left)
                    operands.Add(ComparisonOf(binary.Right));
                operands.Add(ComparisonOf(rest));
                operands.Reverse();
                return operands;
            default:
                return [];
        }
    }

    private static IReadOnlyList<SyntaxNode?> LinesOf(SyntaxList<StatementSyntax> statements)
    {
        if (statements.Count < ParallelRun.Fewest)
            return [];
        var lines = new List<SyntaxNode?>(statements.Count);
        foreach (var statement in statements)
            lines.Add(LineOf(statement));
        return lines;
    }

    private static SyntaxNode? LineOf(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax or InvocationExpressionSyntax } line ? line.Expression : null;

    private static SyntaxNode? ComparisonOf(ExpressionSyntax operand) =>
        operand is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or InvocationExpressionSyntax ? operand : null;

    private static bool IsExplained(SyntaxNode line) => Comments.AreIn(line) || (line.Parent is StatementSyntax statement && (Comments.AreBehind(statement) || Comments.AreBefore(statement)));

    // The name that the pattern asks for, where there is something of that name and type in place of the wrong one.
    private static string? ExpectedName(IdentifierNameSyntax wrong, string stem, SyntaxNodeAnalysisContext context)
    {
        var model = context.SemanticModel;
        switch (model.GetSymbolInfo(wrong, context.CancellationToken).Symbol)
        {
            case (IFieldSymbol or IPropertySymbol) and { } member:
                var owner = wrong.Parent is MemberAccessExpressionSyntax access && access.Name == wrong
                    ? model.GetTypeInfo(access.Expression, context.CancellationToken).Type ?? member.ContainingType
                    : member.ContainingType;
                return MembersOf(owner).FirstOrDefault(other =>
                    other.IsStatic == member.IsStatic && Stem.Of(other.Name) == stem && HaveOneType(member, other) && model.IsAccessible(wrong.SpanStart, other))?.Name;

            // A variable that is used elsewhere may well not be meant here.
            case (ILocalSymbol or IParameterSymbol) and { } variable:
                return model.LookupSymbols(wrong.SpanStart).FirstOrDefault(other =>
                    other is ILocalSymbol or IParameterSymbol && Stem.Of(other.Name) == stem && HaveOneType(variable, other) && !IsUsed(other.Name, wrong))?.Name;
            default:
                return null;
        }
    }

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol? type)
    {
        for (; type is not null and not { SpecialType: SpecialType.System_Object }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { IsIndexer: false, GetMethod: not null })
                    yield return member;
            }
        }
    }

    private static bool HaveOneType(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(TypeOf(one), TypeOf(other));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool IsUsed(string name, SyntaxNode wrong) =>
        wrong.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name
            && !(identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier));
}
