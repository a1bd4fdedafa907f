using CodeAssist.Analyzers.Naming;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Which field of a type belongs to which property, by name.</summary>
internal sealed class FieldsOfType
{
    private readonly ILookup<string, IFieldSymbol> _fields;
    private readonly HashSet<string> _properties;

    /// <summary>Reads the type's own fields and properties; what it inherits does not count.</summary>
    public FieldsOfType(INamedTypeSymbol type)
    {
        var members = type.GetMembers();
        _fields = members.OfType<IFieldSymbol>()
            .Where(field => field is { IsConst: false, IsImplicitlyDeclared: false, CanBeReferencedByName: true })
            .ToLookup(field => Stem.Of(field.Name));
        _properties = new HashSet<string>(members.OfType<IPropertySymbol>().Select(property => Stem.Of(property.Name)));
    }

    /// <summary>The one field that has the property's name, or null where there is none or more than one.</summary>
    public IFieldSymbol? MatchOf(IPropertySymbol property)
    {
        var fields = _fields[Stem.Of(property.Name)].Where(field => field.IsStatic == property.IsStatic).Take(2).ToList();
        return fields.Count == 1 ? fields[0] : null;
    }

    /// <summary>Whether a property has the field's name.</summary>
    public bool BelongsToProperty(IFieldSymbol field) => _properties.Contains(Stem.Of(field.Name));
}
