using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Knows the properties whose setter does nothing but keep the value.</summary>
internal sealed class PlainProperties(RuleContext context)
{
    private readonly INamedTypeSymbol? _notifying = context.Type("System.ComponentModel.INotifyPropertyChanged");
    private readonly ConcurrentDictionary<IPropertySymbol, bool> _known = new(SymbolEqualityComparer.Default);

    // A test may write twice to see what a setter does.
    private readonly bool _isTestProject = context.IsTestProject;

    /// <summary>Whether a property keeps what is written to it, and nobody is told.</summary>
    public bool Contain(IPropertySymbol property) => !_isTestProject && _known.GetOrAdd(property.OriginalDefinition, IsPlain);

    private bool IsPlain(IPropertySymbol property)
    {
        if (property is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } or { IsExtern: true } or { IsIndexer: true } or { RefKind: not RefKind.None }
            || property.DeclaringSyntaxReferences.Length != 1
            || property.GetAttributes().Any(attribute => IsWoven(attribute.AttributeClass?.Name))
            || (_notifying is not null && property.ContainingType.AllInterfaces.Contains(_notifying, SymbolEqualityComparer.Default)))
        {
            return false;
        }

        return property.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { AccessorList: { } accessors } declaration =>
                !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        };
    }

    // Attributes by which a build step gives the setter a body.
    private static bool IsWoven(string? attribute) =>
        attribute is not null && (attribute.StartsWith("Reactive", StringComparison.Ordinal) || attribute.StartsWith("Observable", StringComparison.Ordinal) || attribute.StartsWith("Notify", StringComparison.Ordinal));
}
