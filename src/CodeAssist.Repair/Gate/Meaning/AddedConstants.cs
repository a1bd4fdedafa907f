using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Fields that an edit adds and that always hold the same: what is in them may as well stand where they are read.</summary>
internal static class AddedConstants
{
    /// <summary>Code in which such a field is written out; the code as it is where the helper is no such field.</summary>
    public static Term Inlined(Term code, SemanticModel model, SyntaxNode helper, CancellationToken cancellation)
    {
        if (helper is not FieldDeclarationSyntax { Declaration.Variables: [var variable] } field
            || model.GetDeclaredSymbol(variable, cancellation) is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } symbol
            || !(symbol.IsConst || (symbol.IsStatic && symbol.IsReadOnly))
            || MeaningBuilder.Of(model, field, cancellation) is not { Parts: [var value] })
        {
            return code;
        }

        return Terms.Replace(code, new Term("field", MeaningBuilder.Name(symbol), []), value);
    }
}
