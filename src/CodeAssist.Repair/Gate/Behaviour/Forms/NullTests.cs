using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>What is newly tested for null, and what takes its place.</summary>
internal static class NullTests
{
    private static readonly HashSet<string> Places = ["File", "Directory", "FileInfo", "DirectoryInfo", "Uri", "Process"];
    private static readonly HashSet<string> Choosing = ["Where", "Any", "Count", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "FindAll", "FindIndex", "Exists", "RemoveAll", "RemoveWhere", "TakeWhile", "Remove"];
    private static readonly string[] PlaceWords = ["path", "file", "fileName", "directory", "folder", "url", "uri", "host", "connectionString"];

    /// <summary>A test of something that the flagged statement does not name; null where there is none.</summary>
    public static CheckFinding? FindForeign(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        var flagged = form.FlaggedNode.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax);
        if (flagged is null)
            return null;
        var names = new HashSet<string>(flagged.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return RepairForm.Appeared("EffectCondition", form.NewNode.DescendantNodes().Select(Tested).OfType<ExpressionSyntax>()
            .FirstOrDefault(tested => !IsHeldAnew(form, tested) && form.IsNew(tested.GetLastToken().GetNextToken()) && tested is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && !tested.DescendantTokens().Any(token => names.Contains(token.ValueText)))?.ToString());
    }

    /// <summary>An empty text in the place of a missing one that says where something is; null where there is none.</summary>
    public static CheckFinding? FindEmptyPlace(RepairForm form) =>
        form.Allowance.FallbackAtDeclaration
            ? RepairForm.Appeared("EffectCondition", form.InNew<BinaryExpressionSyntax>()
                .FirstOrDefault(coalesce => coalesce.IsKind(SyntaxKind.CoalesceExpression) && form.IsNew(coalesce.OperatorToken) && coalesce.Right.ToString() is "\"\"" or "string.Empty" or "String.Empty"
                    && coalesce.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } call } list } argument && (Places.Contains(NameOf(call)) || (IsPlace(form, call, list.Arguments.IndexOf(argument)) && !form.InNew<InvocationExpressionSyntax>().Any(known => WantedName.LastName(known) == "GetDirectoryName"))))?.ToString())
            : null;

    /// <summary>
    /// A value in the place of a missing one that the code goes on to test for null: what it does where nothing is there
    /// is never done any more. Null where there is none.
    /// </summary>
    public static CheckFinding? FindVain(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration || !Fallbacks.HasNew(form))
            return null;
        return RepairForm.Vanished("EffectCondition", form.InOld<IdentifierNameSyntax>().FirstOrDefault(name => TestOf(name) is not null
            && form.OldModel.GetTypeInfo(name, form.Cancellation).Nullability.FlowState == NullableFlowState.MaybeNull
            && form.Tokens.ToNew(name.SpanStart) is { } start && form.NewNode.Span.Contains(start) && form.NewNode.FindToken(start).Parent is IdentifierNameSyntax now && TestOf(now) is not null
            && form.NewModel.GetTypeInfo(now, form.Cancellation).Nullability.FlowState == NullableFlowState.NotNull)?.Parent?.ToString());
    }

    /// <summary>A comparison with null that compares with a text instead; null where there is none.</summary>
    public static CheckFinding? FindReplaced(RepairForm form) =>
        form.Allowance.FallbackAtDeclaration
            ? RepairForm.Vanished("EffectCondition", form.InOld<BinaryExpressionSyntax>().FirstOrDefault(test => test is { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression }
                && form.Tokens.ToNew(test.Right.SpanStart) is null && form.Tokens.ToNew(test.OperatorToken.SpanStart) is { } start && form.NewNode.FindToken(start).Parent is BinaryExpressionSyntax { Right.RawKind: not (int)SyntaxKind.NullLiteralExpression })?.ToString())
            : null;

    /// <summary>An element without the value that is asked for, which is taken all the same; null where there is none.</summary>
    public static CheckFinding? FindTaken(RepairForm form) =>
        form.Allowance.FallbackAtDeclaration || form.Target.Id.StartsWith("CS87", StringComparison.Ordinal)
            ? RepairForm.Appeared("EffectCondition", form.InNew<BinaryExpressionSyntax>().FirstOrDefault(either => either.IsKind(SyntaxKind.LogicalOrExpression) && form.IsNew(either.OperatorToken) && IsMissing(either.Left) && IsAnswer(form, either))?.ToString())
            : null;

    // What chooses elements, or says whether two are equal.
    private static bool IsAnswer(RepairForm form, BinaryExpressionSyntax either)
    {
        SyntaxNode whole = either;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression })
            whole = whole.Parent;
        return whole.Parent switch
        {
            LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax query } } => Choosing.Contains(WantedName.LastName(query) ?? string.Empty),
            ArrowExpressionClauseSyntax or ReturnStatementSyntax => RegionChange.NameOf(form.NewNode) == "Equals",
            _ => false,
        };
    }

    /// <summary>A truth value of three states of which only is asked whether it is there; null where there is none.</summary>
    public static CheckFinding? FindPresence(RepairForm form) =>
        form.Target.Id is "CS0019" or "CS0266" or "CS0029"
            ? RepairForm.Appeared("EffectRead", form.InNew<MemberAccessExpressionSyntax>().FirstOrDefault(access => access.Name.Identifier.ValueText == "HasValue" && form.StartsNew(access.Name)
                && form.NewModel.GetTypeInfo(access.Expression, form.Cancellation).Type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] })?.ToString())
            : null;

    /// <summary>Whether a condition holds where a value is missing.</summary>
    public static bool IsMissing(ExpressionSyntax condition) =>
        (condition is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: RecursivePatternSyntax or DeclarationPatternSyntax } or ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } })
        || condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } };

    private static SyntaxNode? TestOf(IdentifierNameSyntax name) => name.Parent is { } parent && (Tested(parent) == name || (parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == name)) ? parent : null;

    // The first part of a path says where, unless it was taken from another path; the others may be empty.
    private static bool IsPlace(RepairForm form, SyntaxNode call, int index) =>
        form.SymbolOf(call) is IMethodSymbol method && index >= 0 && index < method.Parameters.Length
        && (method.Parameters[index].Name == "path1" || Array.Exists(PlaceWords, word => method.Parameters[index].Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static string NameOf(SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } } => WantedName.LastName(type) ?? string.Empty,
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        _ => string.Empty,
    };

    // A variable that was made to hold what is tested.
    private static bool IsHeldAnew(RepairForm form, ExpressionSyntax tested) =>
        tested is IdentifierNameSyntax name && form.InNew<VariableDeclaratorSyntax>().Any(variable => variable.Identifier.ValueText == name.Identifier.ValueText && form.IsNew(variable.Identifier));

    private static ExpressionSyntax? Tested(SyntaxNode node) => node switch
    {
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } or UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } test => test.Expression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } test => test.Left,
        _ => null,
    };
}
