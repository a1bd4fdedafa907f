using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA3003: passes the caught exception to the log, where the log method has an overload that takes the same
/// arguments and an exception; gives the caught exception a name where it has none.
/// </summary>
internal sealed class LogWithoutExceptionTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA3003";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) =>
        Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        if (context.Flagged.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList: var arguments } call
            || call.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause
            || arguments.Arguments.Any(argument => argument.NameColon is not null)
            || context.Model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || context.Model.Compilation.GetTypeByMetadataName("System.Exception") is not { } exception)
        {
            return null;
        }

        var place = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(candidate => context.Model.IsAccessible(call.SpanStart, candidate))
            .Select(candidate => PlaceOfException(candidate, method, exception))
            .Where(at => at >= 0 && at <= arguments.Arguments.Count)
            .DefaultIfEmpty(-1)
            .First();
        if (place < 0)
            return null;

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var name = CaughtName.Of(context.Model, clause, exception, changes);
        changes.Add(place < arguments.Arguments.Count
            ? new TextChange(new TextSpan(arguments.Arguments[place].SpanStart, 0), name + ", ")
            : new TextChange(new TextSpan(arguments.CloseParenToken.SpanStart, 0), place == 0 ? name : ", " + name));
        return new TemplateEdit(Messages.Get("TitlePassToLog", name, method.Name), changes.ToImmutable());
    }

    // Where a method takes an exception, if it takes besides exactly what the other one takes; -1 where it does not.
    private static int PlaceOfException(IMethodSymbol candidate, IMethodSymbol called, ITypeSymbol exception)
    {
        var (own, others) = (ParametersOf(candidate), ParametersOf(called));
        var at = own.FindIndex(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, exception));
        if (at < 0 || own.Count != others.Count + 1)
            return -1;
        own.RemoveAt(at);
        return own.Zip(others, IsSame).All(same => same) ? at : -1;
    }

    // Without the receiver of an extension method.
    private static List<IParameterSymbol> ParametersOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return [.. definition.Parameters.Skip(definition.IsExtensionMethod ? 1 : 0)];
    }

    // A type parameter of one overload is the one in the same place of the other.
    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.IsParams == other.IsParams
        && (SymbolEqualityComparer.Default.Equals(one.Type, other.Type)
            || (one.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } first
                && other.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } second
                && first.Ordinal == second.Ordinal));
}
