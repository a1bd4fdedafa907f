using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Finds the awaitable method that does what a call does: of the same name with Async, for the same arguments.</summary>
internal sealed class AwaitableTwins(TaskTypes tasks, RuleContext context)
{
    private readonly Compilation _compilation = context.Compilation;
    private readonly INamedTypeSymbol? _query = context.Type("System.Linq.IQueryable");

    /// <summary>The twin of the called method that code inside <paramref name="caller"/> can call, or null.</summary>
    public IMethodSymbol? Of(IInvocationOperation call, IMethodSymbol caller)
    {
        var method = call.TargetMethod;
        if (tasks.IsTask(method.ReturnType) || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension))
            return null;
        var name = method.Name + "Async";
        return Types(call).SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>()
            .Concat(OfQueries(call, name))
            .Select(twin => Constructed(twin, method))
            .FirstOrDefault(twin => twin is not null && twin.IsStatic == method.IsStatic && TakesTheSame(twin, call) && GivesTheSame(twin, method)
                && caller.Name != twin.Name && !IsObsolete(twin) && _compilation.IsSymbolAccessibleWithin(twin, caller.ContainingType));
    }

    // Libraries that run queries somewhere else have waiting forms of LINQ's operators, as extensions of their own.
    private IEnumerable<IMethodSymbol> OfQueries(IInvocationOperation call, string name) =>
        IsOnQuery(call) && call.Arguments[0].Value.Unwrapped().Type is { } query && call.SemanticModel is { } model
            ? model.LookupSymbols(call.Syntax.SpanStart, query, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>().Select(twin => twin.ReducedFrom).OfType<IMethodSymbol>()
            : [];

    private bool IsOnQuery(IInvocationOperation call) =>
        _query is not null && call.TargetMethod is { IsExtensionMethod: true, ContainingType: { Name: "Enumerable" or "Queryable", ContainingNamespace.Name: "Linq" } }
        && call.Arguments.FirstOrDefault()?.Value.Unwrapped().Type is { } type
        && type.AllInterfaces.Append(type).Any(contract => SymbolEqualityComparer.Default.Equals(contract, _query));

    // What the receiver is, and what it derives from; of an interface those that it extends.
    private static IEnumerable<ITypeSymbol> Types(IInvocationOperation call)
    {
        var type = call.TargetMethod.IsStatic || call.Instance?.Type is null ? call.TargetMethod.ContainingType : call.Instance.Type;
        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
                yield return contract;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    private static IMethodSymbol? Constructed(IMethodSymbol twin, IMethodSymbol method) =>
        twin.TypeParameters.Length != method.TypeArguments.Length ? null
        : twin.TypeParameters.IsEmpty ? twin
        : twin.Construct(method.TypeArguments, method.TypeArgumentNullableAnnotations);

    private bool TakesTheSame(IMethodSymbol twin, IInvocationOperation call)
    {
        var given = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList();
        foreach (var argument in given)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter || parameter.Ordinal >= twin.Parameters.Length)
                return false;
            var other = twin.Parameters[parameter.Ordinal];
            if (other.RefKind != RefKind.None || other.IsParams != parameter.IsParams || (other.Name != parameter.Name && argument.Syntax is ArgumentSyntax { NameColon: not null }))
                return false;
            // A query's operator takes it as a sequence, its twin as a query.
            if (!SymbolEqualityComparer.Default.Equals(other.Type, parameter.Type) && !(parameter.Ordinal == 0 && IsOnQuery(call)))
                return false;
        }

        return twin.Parameters.All(parameter => parameter.IsOptional || given.Any(argument => argument.Parameter!.Ordinal == parameter.Ordinal));
    }

    private bool GivesTheSame(IMethodSymbol twin, IMethodSymbol method) =>
        tasks.IsTask(twin.ReturnType) && twin.ReturnType is INamedTypeSymbol task
        && (method.ReturnsVoid
            ? task.TypeArguments.IsEmpty
            : task.TypeArguments is [var result] && SymbolEqualityComparer.Default.Equals(result, method.ReturnType));

    private static bool IsObsolete(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" or "EditorBrowsableAttribute" or "ExperimentalAttribute");
}
