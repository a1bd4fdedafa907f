using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>The exceptions that a handler of "anything" names.</summary>
internal sealed class ExceptionTypes
{
    private readonly INamedTypeSymbol? _system;

    private ExceptionTypes(INamedTypeSymbol exception, RuleContext context)
    {
        Exception = exception;
        _system = context.Type("System.SystemException");
        Cancelled = context.Type("System.OperationCanceledException");
    }

    /// <summary>System.Exception.</summary>
    public INamedTypeSymbol Exception { get; }

    /// <summary>System.OperationCanceledException, if it is known.</summary>
    public INamedTypeSymbol? Cancelled { get; }

    /// <summary>The types of a compilation; null where there is no System.Exception.</summary>
    public static ExceptionTypes? Of(RuleContext context) =>
        context.Type("System.Exception") is { } exception ? new ExceptionTypes(exception, context) : null;

    /// <summary>Whether a clause catches nothing in particular: it names no type, or one that every failure shares.</summary>
    public bool IsGeneral(ICatchClauseOperation clause) =>
        clause.Syntax is CatchClauseSyntax { Declaration: null }
        || SymbolEqualityComparer.Default.Equals(clause.ExceptionType, Exception)
        || (_system is not null && SymbolEqualityComparer.Default.Equals(clause.ExceptionType, _system));

    /// <summary>The type that a clause catches; System.Exception where it names none.</summary>
    public ITypeSymbol Caught(ICatchClauseOperation clause) =>
        clause.Syntax is CatchClauseSyntax { Declaration: null } ? Exception : clause.ExceptionType;

    /// <summary>Whether a type is an exception.</summary>
    public bool IsException(ITypeSymbol? type) =>
        type is ITypeParameterSymbol parameter
            ? parameter.ConstraintTypes.Any(constraint => constraint.IsOrDerivesFrom(Exception))
            : type.IsOrDerivesFrom(Exception);

    /// <summary>The variable that a clause declares, or null.</summary>
    public static ILocalSymbol? VariableOf(ICatchClauseOperation clause) =>
        (clause.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;
}
