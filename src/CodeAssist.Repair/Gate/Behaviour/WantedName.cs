using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>A name that the flagged code asks for.</summary>
/// <param name="Text">The name.</param>
/// <param name="IsOfAnyType">Whether what bears it may have any type: nobody knows that of a name that could not be bound.</param>
/// <param name="IsDestination">Whether it is the name of what the value is for.</param>
/// <param name="IsAssigned">Whether it stands in an assignment, not in a comparison.</param>
/// <param name="Receiver">The receiver of the operand that has this name already; null where it is no such name.</param>
internal sealed record WantedName(string Text, bool IsOfAnyType = false, bool IsDestination = false, string? Receiver = null, bool IsAssigned = false)
{
    private static readonly Regex Quoted = new(@"'([A-Za-z_]\w*)'", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The names that a diagnostic's code asks for.</summary>
    public static IReadOnlyList<WantedName> Of(Diagnostic target, SemanticModel model, SyntaxNode root)
    {
        var node = root.FindNode(target.Location.SourceSpan, getInnermostNodeForTie: true);
        if (target.Id is "CS0103" or "CS0117" or "CS0305" or "CS0234" or "CS0246" or "CS1061" or "CS1739")
            return node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && target.Location.SourceSpan.Contains(token.Span)).Take(1).Select(token => new WantedName(token.ValueText, IsOfAnyType: true)).ToList();
        if (target.Id is "CS0029" or "CS0030" or "CS0266" or "CS0428" or "CS1503")
            return Destination(node, model) is { } name ? [new WantedName(name, IsDestination: true)] : [new WantedName(string.Empty, IsDestination: true)];

        // Of an order nobody knows which end is meant: From is compared with To as well as with another From.
        if (target.Id is "CDA1031" || IsOrder(node))
            return [];

        // What the message names and the flagged code does not; else what stands on the other side.
        var named = Quoted.Matches(target.GetMessage(CultureInfo.InvariantCulture)).Cast<Match>().Select(match => match.Groups[1].Value)
            .Where(quoted => !node.DescendantTokens().Any(token => token.ValueText == quoted)).Select(quoted => new WantedName(quoted)).ToList();
        return named.Count > 0 && target.Id is not ("CDA1001" or "CS1717" or "CS1718") ? named : Parallel(node).ToList();
    }

    /// <summary>The last name of an expression; null where it ends otherwise.</summary>
    public static string? LastName(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax access => LastName(access.WhenNotNull),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax inner => LastName(inner.Expression),
        CastExpressionSyntax cast => LastName(cast.Expression),
        InvocationExpressionSyntax call => LastName(call.Expression),
        _ => null,
    };

    private static bool IsOrder(SyntaxNode node) => node.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static IEnumerable<WantedName> Parallel(SyntaxNode node)
    {
        var pair = node.AncestorsAndSelf().TakeWhile(ancestor => ancestor is not StatementSyntax).FirstOrDefault(ancestor => ancestor is BinaryExpressionSyntax or AssignmentExpressionSyntax);
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: [{ Expression: var argument }], Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "CompareTo", Expression: var receiver } } && LastName(receiver) is { } compared && LastName(argument) == compared)
            yield return new WantedName(compared, Receiver: ReceiverOf(receiver));
        var (left, right) = pair switch
        {
            BinaryExpressionSyntax binary when SyntaxFactory.AreEquivalent(binary.Left, binary.Right) => (binary.Left, binary.Right),
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.Right),
            _ => (null, null),
        };

        // A target takes the name of what it is assigned.
        if (LastName(right) is { } name)
            yield return new WantedName(name, Receiver: pair is AssignmentExpressionSyntax && !SyntaxFactory.AreEquivalent(left!, right!) ? null : ReceiverOf(right!), IsAssigned: pair is AssignmentExpressionSyntax);
    }

    /// <summary>What a name is read from, as it is written; empty where it is read from this object or the scope.</summary>
    public static string ReceiverOf(SyntaxNode name) => name switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => string.Empty,
        MemberAccessExpressionSyntax access => access.Expression.ToString(),
        _ => string.Empty,
    };

    // The variable, member, parameter or result that a value is for.
    private static string? Destination(SyntaxNode node, SemanticModel model)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return variable.Identifier.ValueText;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    return property.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment when assignment.Right == current:
                    return LastName(assignment.Left);
                case ArgumentSyntax { NameColon: { } name }:
                    return name.Name.Identifier.ValueText;
                case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument:
                    return ParameterOf(model.GetSymbolInfo(call), list.Arguments.IndexOf(argument));
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                    return current.Ancestors().Select(NameOf).FirstOrDefault(name => name is not null);
                case StatementSyntax or MemberDeclarationSyntax or null:
                    return null;
            }
        }

        return null;

        static string? NameOf(SyntaxNode member) => member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => null,
        };
    }

    private static string? ParameterOf(SymbolInfo call, int index) =>
        (call.Symbol ?? call.CandidateSymbols.FirstOrDefault()) switch
        {
            IMethodSymbol method when index < method.Parameters.Length => method.Parameters[index].Name,
            IPropertySymbol property when index < property.Parameters.Length => property.Parameters[index].Name,
            _ => null,
        };
}
