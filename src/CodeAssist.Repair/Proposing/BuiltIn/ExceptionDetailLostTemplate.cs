using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA3002: passes the caught exception as the last argument, where a constructor takes the same arguments and then
/// an inner exception; gives the caught exception a name where it has none.
/// </summary>
internal sealed class ExceptionDetailLostTemplate : Template
{
    // Names by which constructors call one and the same thing: the message.
    private static readonly string[] MessageNames = ["message", "msg", "text", "error", "errorMessage", "reason", "description"];

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA3002";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) =>
        Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        if (context.Flagged.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { ArgumentList: { } arguments } creation
            || creation.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause
            || context.Model.GetSymbolInfo(creation, cancellation).Symbol is not IMethodSymbol constructor
            || context.Model.Compilation.GetTypeByMetadataName("System.Exception") is not { } exception)
        {
            return null;
        }

        var passed = arguments.Arguments.Select((argument, at) => ParameterOf(argument, at, constructor)).ToList();
        if (passed.Any(parameter => parameter is null))
            return null;
        var inner = constructor.ContainingType.InstanceConstructors
            .Where(candidate => context.Model.IsAccessible(creation.SpanStart, candidate))
            .Select(candidate => InnerAfter(candidate, passed!, exception))
            .FirstOrDefault(parameter => parameter is not null);
        if (inner is null)
            return null;

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var name = CaughtName.Of(context.Model, clause, exception, changes);
        var isNamed = arguments.Arguments.Any(argument => argument.NameColon is not null) || inner.Ordinal != passed.Count;
        var text = isNamed ? $"{inner.Name}: {name}" : name;
        changes.Add(new TextChange(new TextSpan(arguments.CloseParenToken.SpanStart, 0), arguments.Arguments.Count == 0 ? text : ", " + text));
        return new TemplateEdit(Messages.Get("TitlePassInner", name, constructor.ContainingType.Name), changes.ToImmutable());
    }

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, int at, IMethodSymbol constructor) =>
        argument.NameColon is { Name.Identifier.ValueText: var name }
            ? constructor.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : at < constructor.Parameters.Length && !constructor.Parameters[at].IsParams ? constructor.Parameters[at] : null;

    // The parameter of an inner exception in a constructor that takes, before it, exactly what is passed now.
    private static IParameterSymbol? InnerAfter(IMethodSymbol candidate, List<IParameterSymbol> passed, ITypeSymbol exception)
    {
        var inner = candidate.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, exception));
        if (inner is null || candidate.Parameters.Any(parameter => parameter.IsParams))
            return null;
        var rest = candidate.Parameters.Where(parameter => parameter.Ordinal != inner.Ordinal).ToList();
        var fits = rest.Count >= passed.Count
            && rest.Skip(passed.Count).All(parameter => parameter.IsOptional)
            && inner.Ordinal >= passed.Count
            && rest.Zip(passed.OrderBy(parameter => parameter.Ordinal), IsSame).All(same => same);
        return fits ? inner : null;
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.Type, other.Type)
        && (string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) || (IsMessage(one.Name) && IsMessage(other.Name)));

    private static bool IsMessage(string name) => MessageNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
