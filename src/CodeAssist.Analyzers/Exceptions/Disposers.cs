using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>The methods that run when an object is disposed of or finalised.</summary>
internal sealed class Disposers(RuleContext context)
{
    private readonly INamedTypeSymbol? _disposable = context.Type("System.IDisposable");
    private readonly INamedTypeSymbol? _asyncDisposable = context.Type("System.IAsyncDisposable");

    /// <summary>Whether a method is one of them: Dispose, DisposeAsync, the halves of the pattern, a finalizer.</summary>
    public bool Contain(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Destructor)
            return true;
        if (method.IsStatic || method.ContainingType is not { } type)
            return false;
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        return name switch
        {
            "Dispose" when method.Parameters.IsEmpty => method.ReturnsVoid && (type.IsRefLikeType || Implements(type, _disposable)),
            "Dispose" => method is { ReturnsVoid: true, Parameters: [{ Type.SpecialType: SpecialType.System_Boolean }] } && Implements(type, _disposable),
            "DisposeAsync" or "DisposeAsyncCore" => method.Parameters.IsEmpty && Implements(type, _asyncDisposable),
            _ => false,
        };
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol? @interface) =>
        @interface is not null
        && (SymbolEqualityComparer.Default.Equals(type, @interface) || type.AllInterfaces.Contains(@interface, SymbolEqualityComparer.Default));
}
