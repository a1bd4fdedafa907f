using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>Which calls dispose of an object.</summary>
internal sealed class DisposeCalls(RuleContext context)
{
    private readonly INamedTypeSymbol? _disposable = context.Type("System.IDisposable");
    private readonly INamedTypeSymbol? _asyncDisposable = context.Type("System.IAsyncDisposable");
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _idempotent = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call is one of Dispose or DisposeAsync on an object that can be disposed of.</summary>
    public bool Contain(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Dispose" or "DisposeAsync", IsStatic: false, Parameters.IsEmpty: true }, Instance: { } instance }
        && instance.Type is { } type
        && IsDisposable(type);

    /// <summary>Whether a type can be disposed of.</summary>
    public bool IsDisposable(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsRefLikeType: true }
        || Is(type, _disposable)
        || Is(type, _asyncDisposable)
        || type.AllInterfaces.Any(@interface => Is(@interface, _disposable) || Is(@interface, _asyncDisposable));

    /// <summary>Whether the source of a disposer shows that a second call of it does nothing.</summary>
    public bool IsIdempotent(IMethodSymbol disposer) => _idempotent.GetOrAdd(disposer.OriginalDefinition, static method =>
        HasGuard(method)
        // The pattern: what Dispose() does is in Dispose(bool).
        || method.ContainingType.GetMembers("Dispose").OfType<IMethodSymbol>().Any(other => other.Parameters.Length == 1 && HasGuard(other)));

    private static bool HasGuard(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is MethodDeclarationSyntax { Body: { } body }
            && (body.Statements.FirstOrDefault() is IfStatementSyntax
                || body.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: "Interlocked" })));

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? wanted) => wanted is not null && SymbolEqualityComparer.Default.Equals(type, wanted);
}
