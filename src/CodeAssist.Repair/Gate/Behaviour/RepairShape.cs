using System.Globalization;
using System.Text.RegularExpressions;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What the guides ask of the form of a repair: the name that fits, the handler that is subscribed, the state that is compared.</summary>
internal static class RepairShape
{
    private static readonly Regex Names = new(@"'([^']+)'", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The last names that a diagnostic's message quotes.</summary>
    public static IReadOnlyCollection<string> Quoted(Diagnostic target)
    {
        var quoted = Names.Matches(target.GetMessage(CultureInfo.InvariantCulture)).Cast<Match>().Select(match => match.Groups[1].Value);
        return [.. quoted.Select(name => name.Substring(name.LastIndexOf('.') + 1)), target.Location.SourceTree?.GetText().ToString(target.Location.SourceSpan) ?? string.Empty];
    }

    /// <summary>The finding where a form is not kept; null where all are.</summary>
    public static async Task<CheckFinding?> FindAsync(GateContext context, RegionChange change, SyntaxNode newNode, SemanticModel oldModel, SemanticModel newModel, CancellationToken cancellation)
    {
        var (target, allowance) = (context.Edit.Target!, context.Allowance);
        var oldRoot = await oldModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        if (allowance.FittingName)
        {
            var tokens = await context.OldRootAsync(cancellation).ConfigureAwait(false) == oldRoot
                ? await context.TokensAsync(cancellation).ConfigureAwait(false)
                : new TokenMap(oldRoot, await newModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false));
            if (FittingNames.Find(target, oldModel, oldRoot, newModel, newNode, tokens, cancellation) is var (name, better))
                return CheckFinding.Failed("NameFitsWorse", name, better);
        }

        if (allowance.OnlySubscribed && Unsubscribed(newNode, tokensBefore: change.OldNode) is { } handler)
            return CheckFinding.Failed("HandlerNotSubscribed", Describe.Source(handler));
        return allowance.SameState && OtherState(newNode, newModel, cancellation) is { } comparison ? CheckFinding.Failed("OtherStateCompared", Describe.Source(comparison)) : null;
    }

    // A handler that is taken off and that nothing of the type puts on the same event.
    private static string? Unsubscribed(SyntaxNode newNode, SyntaxNode tokensBefore)
    {
        var before = new HashSet<string>(Handlers(tokensBefore, SyntaxKind.SubtractAssignmentExpression).Select(Text));
        var put = new HashSet<string>(Handlers(newNode.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? newNode, SyntaxKind.AddAssignmentExpression).Select(Text));
        return Handlers(newNode, SyntaxKind.SubtractAssignmentExpression).Select(Text).FirstOrDefault(text => !before.Contains(text) && !put.Contains(text));

        static IEnumerable<AssignmentExpressionSyntax> Handlers(SyntaxNode node, SyntaxKind kind) => node.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.IsKind(kind));

        static string Text(AssignmentExpressionSyntax assignment) => WantedName.LastName(assignment.Left) + " " + assignment.Right.ToString().Replace("this.", string.Empty);
    }

    // Two members of the type's own that are compared and are not the same; or the comparisons of which only one need hold.
    private static string? OtherState(SyntaxNode newNode, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var binary in newNode.DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression && State(binary.Left) is { } left && State(binary.Right) is { } right && !SymbolEqualityComparer.Default.Equals(left, right))
                return binary.ToString();
            if (binary.IsKind(SyntaxKind.LogicalOrExpression) && ComparesState(binary.Left) && ComparesState(binary.Right) && !binary.DescendantNodes().Any(node => node.IsKind(SyntaxKind.NotEqualsExpression)))
                return binary.ToString();
        }

        foreach (var call in newNode.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => WantedName.LastName(call) == "Equals"))
        {
            var operands = call.ArgumentList.Arguments.Select(argument => State(argument.Expression)).ToList();
            if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && State(receiver) is { } own)
                operands.Insert(0, own);
            if (operands.Count > 1 && operands[0] is { } one && operands[1] is { } other && !SymbolEqualityComparer.Default.Equals(one, other))
                return call.ToString();
        }

        return null;

        ISymbol? State(ExpressionSyntax expression) =>
            model.GetSymbolInfo(expression, cancellation).Symbol is { IsStatic: false } symbol and (IFieldSymbol or IPropertySymbol) ? symbol : null;

        bool ComparesState(ExpressionSyntax expression) =>
            expression.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(inner => inner.IsKind(SyntaxKind.EqualsExpression) && State(inner.Left) is not null && State(inner.Right) is not null);
    }
}
