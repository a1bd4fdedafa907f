using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>
/// Whether a member takes a lock for others: it releases the lock itself only where it gives up, and another member of the
/// type releases what it did not take.
/// </summary>
internal static class LockHandover
{
    public static bool IsSeen(LockCall taken, IReadOnlyList<LockCall> releases, CancellationToken cancellation) =>
        StablePath.SymbolOf(taken.Lock) is IFieldSymbol field
        && releases.All(release => GivesUpAfter(release.Call))
        && field.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Members)
            .Any(member => !member.Span.Contains(taken.Call.Syntax.Span) && Names(member, field.Name, taken.Release) && !Names(member, field.Name, taken.Call.TargetMethod.Name));

    // A throw, or the answer that it did not work, right behind the release.
    private static bool GivesUpAfter(IOperation release)
    {
        if (release.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax { Statements: var statements } } statement)
            return false;
        var next = statements.IndexOf(statement) + 1;
        return next < statements.Count && statements[next] switch
        {
            ThrowStatementSyntax => true,
            ReturnStatementSyntax { Expression: LiteralExpressionSyntax { Token.ValueText: "false" or "null" or "default" } } => true,
            _ => false,
        };
    }

    // Whether a member calls a method with a name on a field, or with it as the argument.
    private static bool Names(MemberDeclarationSyntax member, string field, string method) =>
        member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } && name == method
            && (IsNamed(receiver, field) || call.ArgumentList.Arguments.Any(argument => IsNamed(argument.Expression, field))));

    private static bool IsNamed(ExpressionSyntax expression, string field) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == field,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name == field,
        _ => false,
    };
}
