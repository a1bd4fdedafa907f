using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Editing;

/// <summary>Which namespaces of the source and its references have a type or an extension method.</summary>
internal static class NamespaceCatalog
{
    // A referenced assembly's symbol is shared by the compilations of all candidates.
    private static readonly ConditionalWeakTable<IAssemblySymbol, Contents> Known = new();

    /// <summary>The namespaces that have an accessible type of a name; an attribute's may have its suffix.</summary>
    public static IEnumerable<string> OfType(Compilation compilation, string name, int arity, bool isAttribute) =>
        from contents in All(compilation)
        from @namespace in contents.Namespaces
        from type in isAttribute ? @namespace.GetTypeMembers(name).AddRange(@namespace.GetTypeMembers(name + "Attribute")) : @namespace.GetTypeMembers(name, arity)
        where compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) && (!isAttribute || (type.Arity == arity && IsAttribute(type)))
        select NameOf(@namespace);

    /// <summary>The namespaces that have an accessible extension method of a name for a receiver.</summary>
    public static IEnumerable<string> OfExtension(Compilation compilation, string name, ITypeSymbol receiver) =>
        from contents in All(compilation)
        from type in contents.ExtensionTypes.Value
        from method in type.GetMembers(name).OfType<IMethodSymbol>()
        where method.IsExtensionMethod && compilation.IsSymbolAccessibleWithin(method, compilation.Assembly) && method.ReduceExtensionMethod(receiver) is not null
        select NameOf(type.ContainingNamespace);

    /// <summary>A namespace's name as a directive writes it.</summary>
    public static string NameOf(INamespaceSymbol @namespace) =>
        @namespace.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>Whether a using directive can name a namespace.</summary>
    public static bool Has(Compilation compilation, string name) =>
        name.Split('.').Aggregate((INamespaceSymbol?)compilation.GlobalNamespace, (outer, part) => outer?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part.TrimStart('@'))) is not null;

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static IEnumerable<Contents> All(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => IsGlobal(compilation.GetMetadataReference(assembly)))
            .Prepend(compilation.Assembly)
            .Select(assembly => Known.GetValue(assembly, symbol => new Contents(symbol)));

    // What has only an extern alias is not seen by a using directive.
    private static bool IsGlobal(MetadataReference? reference) =>
        reference is null || reference.Properties.Aliases.IsEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    private sealed class Contents
    {
        public Contents(IAssemblySymbol assembly)
        {
            Namespaces = Inside(assembly.GlobalNamespace).ToList();
            ExtensionTypes = new(() => assembly.MightContainExtensionMethods
                ? Namespaces.SelectMany(@namespace => @namespace.GetTypeMembers()).Where(type => type.MightContainExtensionMethods).ToList()
                : []);
        }

        public IReadOnlyList<INamespaceSymbol> Namespaces { get; }

        public Lazy<IReadOnlyList<INamedTypeSymbol>> ExtensionTypes { get; }

        private static IEnumerable<INamespaceSymbol> Inside(INamespaceSymbol outer) =>
            outer.GetNamespaceMembers().SelectMany(inner => Inside(inner).Prepend(inner));
    }
}
