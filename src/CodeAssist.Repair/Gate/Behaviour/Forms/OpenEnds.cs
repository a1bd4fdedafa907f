using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A search that ends without a find does not return a place where something may be found.</summary>
internal static class OpenEnds
{
    /// <summary>A number that is taken for one of the values of an enumeration; null where there is none.</summary>
    public static CheckFinding? FindComputed(RepairForm form) =>
        form.Allowance.CloseOpenEnd
            ? RepairForm.Appeared("EffectConversion", form.InNew<CastExpressionSyntax>().FirstOrDefault(cast => form.StartsNew(cast) && cast.Expression is not LiteralExpressionSyntax
                && form.NewModel.GetTypeInfo(cast, form.Cancellation).Type is { TypeKind: TypeKind.Enum })?.ToString())
            : null;

    /// <summary>
    /// A value that says nothing at an end that was open, or for a variable that had none, where the type throws for what it
    /// does not know elsewhere; null where there is none.
    /// </summary>
    public static CheckFinding? FindSilent(RepairForm form)
    {
        if (form.Target.Id is not ("CS0161" or "CS8509" or "CS8524" or "CS0165"))
            return null;
        var made = form.NewNode.DescendantNodes().Select(node => node switch
        {
            ReturnStatementSyntax { Expression: LiteralExpressionSyntax or DefaultExpressionSyntax } leaving when form.StartsNew(leaving) => (SyntaxNode)leaving,
            SwitchExpressionArmSyntax { Pattern: DiscardPatternSyntax, Expression: LiteralExpressionSyntax or DefaultExpressionSyntax or InterpolatedStringExpressionSyntax { Contents.Count: 0 } } arm when form.StartsNew(arm) => arm,
            VariableDeclaratorSyntax { Initializer: { Value: LiteralExpressionSyntax } start } when form.IsNew(start.EqualsToken) => start,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: LiteralExpressionSyntax } } assigned when form.StartsNew(assigned) => assigned,
            _ => null,
        }).FirstOrDefault(node => node is not null);
        if (made is null || form.OldNode.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault() is not { } type)
            return null;

        // The switch over the same values says what is done with one that nobody knows.
        var tested = new HashSet<string>(Tests(form.OldNode));
        return type.DescendantNodes().Any(node => node switch
        {
            SwitchExpressionSyntax choice => choice.Arms.Any(arm => arm is { Pattern: DiscardPatternSyntax, Expression: ThrowExpressionSyntax }) && Tests(choice).Any(tested.Contains),
            SwitchStatementSyntax choice => choice.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax) && section.Statements.FirstOrDefault() is ThrowStatementSyntax) && Tests(choice).Any(tested.Contains),
            _ => false,
        }) ? RepairForm.Found("ConcealingFallback", made.ToString()) : null;

        static IEnumerable<string> Tests(SyntaxNode node) => node.DescendantNodes().Select(inner => inner switch
        {
            CaseSwitchLabelSyntax label => label.Value.ToString(),
            ConstantPatternSyntax constant => constant.Expression.ToString(),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality => equality.Right.ToString(),
            _ => string.Empty,
        }).Where(text => text.Length > 0);
    }

    /// <summary>What nobody named, made one with the last that somebody named; null where it is not.</summary>
    public static CheckFinding? FindStacked(RepairForm form) => form.Target.Id is not ("CS0161" or "CS0165") ? null
        : RepairForm.Appeared("EffectCondition", form.InNew<SwitchSectionSyntax>().FirstOrDefault(section => section.Labels.Count > 1 && section.Labels.Any(label => label is DefaultSwitchLabelSyntax && form.StartsNew(label))
            && section.Labels.Any(label => label is not DefaultSwitchLabelSyntax && !form.StartsNew(label)))?.Labels.ToString());

    /// <summary>The first place, returned at an end that was open, of a member that returns places; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id != "CS0161")
            return null;
        var places = new HashSet<string>(form.InOld<ForStatementSyntax>().SelectMany(loop => loop.Declaration?.Variables ?? []).Select(variable => variable.Identifier.ValueText));
        return form.InOld<ReturnStatementSyntax>().Any(found => found.Expression is IdentifierNameSyntax name && (places.Contains(name.Identifier.ValueText) || IsSearch(RegionChange.NameOf(form.OldNode))))
            ? RepairForm.Appeared("EffectLiteral", form.InNew<ReturnStatementSyntax>().FirstOrDefault(back => form.StartsNew(back) && back.Expression is LiteralExpressionSyntax { Token.ValueText: "0" })?.ToString())
            : null;
    }

    private static bool IsSearch(string name) => new[] { "Index", "Find", "Search", "Position", "Locate" }.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);
}
