using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>
/// The variables and fields by which a finally block knows how its try ended: those that the try or one of its
/// catches writes.
/// </summary>
internal sealed class TryOutcome(ITryOperation attempt)
{
    private HashSet<ISymbol>? _written;

    /// <summary>Whether a condition asks for one of them, so that what depends on it can tell success from failure.</summary>
    public bool IsAskedBy(IOperation condition) =>
        condition.DescendantsAndSelf().Any(operation => SymbolOf(operation) is { } symbol && Written().Contains(symbol));

    private HashSet<ISymbol> Written() => _written ??= new HashSet<ISymbol>(
        attempt.Catches.SelectMany(clause => clause.Descendants())
            .Concat(attempt.Body.Descendants())
            .Select(WrittenBy)
            .OfType<ISymbol>(),
        SymbolEqualityComparer.Default);

    private static ISymbol? WrittenBy(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => SymbolOf(assignment.Target),
        IIncrementOrDecrementOperation step => SymbolOf(step.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => SymbolOf(argument.Value),
        _ => null,
    };

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
