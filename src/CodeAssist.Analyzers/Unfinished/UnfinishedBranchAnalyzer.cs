using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Unfinished;

/// <summary>CDA5002: a comment marks an empty block, an empty case or a return of nothing as not written yet.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfinishedBranchAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.UnfinishedBranch, Category.Unfinished, DefaultPromise.Off);

    private static readonly ImmutableArray<string> UsualMarkers = ImmutableArray.Create("TODO", "FIXME");

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        context.OnSyntax(syntax => AnalyzeBlock(context, syntax), SyntaxKind.Block);
        context.OnSyntax(syntax => AnalyzeSection(context, syntax), SyntaxKind.SwitchSection);
        context.OnSyntax(syntax => AnalyzeReturn(context, syntax), SyntaxKind.ReturnStatement);
        context.OnSyntax(syntax => AnalyzeArrow(context, syntax), SyntaxKind.ArrowExpressionClause);
        context.OnSyntax(syntax => AnalyzeArm(context, syntax), SyntaxKind.SwitchExpressionArm);
    }

    // An empty constructor is nothing unusual, and templates put such a comment there.
    private static void AnalyzeBlock(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        if (context.Node is BlockSyntax { Statements.Count: 0, Parent: not ConstructorDeclarationSyntax } block)
            Report(rule, context, block.OpenBraceToken.TrailingTrivia.Concat(block.CloseBraceToken.LeadingTrivia).Concat(block.CloseBraceToken.TrailingTrivia), isNothing: true);
    }

    private static void AnalyzeSection(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        if (context.Node is SwitchSectionSyntax { Statements: [BreakStatementSyntax leave] } section)
            Report(rule, context, section.Labels.Last().GetTrailingTrivia().Concat(leave.GetLeadingTrivia()).Concat(leave.GetTrailingTrivia()), isNothing: true);
    }

    private static void AnalyzeReturn(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        var @return = (ReturnStatementSyntax)context.Node;
        if (@return.Expression is not null && !DefaultValue.IsIn(@return.Expression))
            return;
        var beside = @return.GetLeadingTrivia().Concat(@return.GetTrailingTrivia());
        if (IsAlone(@return))
        {
            var before = @return.GetFirstToken().GetPreviousToken().TrailingTrivia;
            var after = @return.Parent is BlockSyntax { CloseBraceToken: var close } ? close.LeadingTrivia : default;
            Report(rule, context, before.Concat(beside).Concat(after), isNothing: false);
        }
        else if (@return.Expression is not null && IsRestOfBranches(@return))
        {
            Report(rule, context, beside, isNothing: false);
        }
    }

    private static bool IsAlone(ReturnStatementSyntax @return) => @return.Parent switch
    {
        BlockSyntax block => block.Statements.Count == 1,
        SwitchSectionSyntax section => section.Statements.Count == 1,
        StatementSyntax or ElseClauseSyntax => true,
        _ => false,
    };

    // Behind nothing but conditions that leave, the last return is the branch for what is left.
    private static bool IsRestOfBranches(ReturnStatementSyntax @return) =>
        @return.Parent is BlockSyntax { Statements: var statements }
        && statements.Last() == @return
        && statements.Take(statements.Count - 1).All(statement => statement is IfStatementSyntax { Else: null, Statement: var then } && Leaves(then));

    private static bool Leaves(StatementSyntax statement) =>
        (statement is BlockSyntax { Statements: { Count: > 0 } inner } ? inner.Last() : statement) is ReturnStatementSyntax or ThrowStatementSyntax;

    private static void AnalyzeArm(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        var arm = (SwitchExpressionArmSyntax)context.Node;
        if (!DefaultValue.IsIn(arm.Expression))
            return;
        var next = arm.GetLastToken().GetNextToken();
        var after = next.IsKind(SyntaxKind.CommaToken) ? arm.GetTrailingTrivia().Concat(next.TrailingTrivia) : arm.GetTrailingTrivia();
        Report(rule, context, arm.GetLeadingTrivia().Concat(after), isNothing: false);
    }

    private static void AnalyzeArrow(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        var arrow = (ArrowExpressionClauseSyntax)context.Node;
        // IXmlSerializable.GetSchema is documented to give null: nothing is missing there.
        if (DefaultValue.IsIn(arrow.Expression) && arrow.Parent is not MethodDeclarationSyntax { Identifier.ValueText: "GetSchema" })
            Report(rule, context, arrow.ArrowToken.TrailingTrivia.Concat(arrow.Expression.GetLeadingTrivia()).Concat(arrow.GetLastToken().GetNextToken().TrailingTrivia), isNothing: false);
    }

    private static void Report(RuleContext rule, SyntaxNodeAnalysisContext context, IEnumerable<SyntaxTrivia> beside, bool isNothing)
    {
        var comments = beside.Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia).ToList();
        if (comments.Count == 0 || comments.Any(Marker.SaysByDesign))
            return;
        var markers = rule.Option(context.Node.SyntaxTree, "markers");
        if (markers.IsEmpty)
            markers = UsualMarkers;
        foreach (var comment in comments)
        {
            if (Marker.Of(comment, markers) is { } marker)
            {
                // What is not there cannot be shown: the comment stands for it.
                var place = isNothing ? comment.GetLocation() : context.Node.GetLocation();
                rule.Report(context, new Finding(context.Node) { Location = place, Arguments = [marker] });
                return;
            }
        }
    }
}
