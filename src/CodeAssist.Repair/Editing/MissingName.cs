using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>A name that does not bind for want of a type or an extension method.</summary>
/// <param name="Name">The name.</param>
/// <param name="Arity">How many type arguments a type of the name must take.</param>
/// <param name="Receiver">What the extension method is called on; null where a type is missing.</param>
/// <param name="Position">Where the name stands.</param>
internal sealed record MissingName(string Name, int Arity, ITypeSymbol? Receiver, int Position)
{
    /// <summary>Equal for names that miss the same.</summary>
    public string Key => $"{Name}`{Arity}:{Receiver?.ToDisplayString()}";

    /// <summary>The names in a span that do not bind.</summary>
    public static List<MissingName> In(SemanticModel model, TextSpan span, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        return model.GetDiagnostics(span, cancellation)
            .Where(diagnostic => span.Contains(diagnostic.Location.SourceSpan))
            .Select(diagnostic => Of(diagnostic.Id, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model))
            .OfType<MissingName>()
            .ToList();
    }

    private static MissingName? Of(string id, SyntaxNode node, SemanticModel model) => (id, node) switch
    {
        // A type, or one of another arity than the one that the name has here.
        ("CS0246" or "CS0308", SimpleNameSyntax { Parent: not InvocationExpressionSyntax } name) => OfType(name),
        ("CS0103", SimpleNameSyntax name) when MayBeType(name) => OfType(name),
        ("CS1061", SimpleNameSyntax name) => OfExtension(name, model),

        ("CS1061", MemberBindingExpressionSyntax binding) => OfExtension(binding.Name, model),

        // An extension method of the name is there, for other receivers: the receiver is flagged.
        ("CS1929", ExpressionSyntax { Parent: MemberAccessExpressionSyntax access } receiver) when access.Expression == receiver => OfExtension(access.Name, model),
        _ => null,
    };

    private static MissingName OfType(SimpleNameSyntax name) => new(name.Identifier.ValueText, name.Arity, null, name.SpanStart);

    // A variable that is not there is no type: only what stands where a type can stand.
    private static bool MayBeType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        ConstantPatternSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } } => true,
        _ => false,
    };

    private static MissingName? OfExtension(SimpleNameSyntax name, SemanticModel model)
    {
        if (name.Parent is not { Parent: InvocationExpressionSyntax invocation } access || invocation.Expression != access)
            return null;
        var receiver = access switch
        {
            MemberAccessExpressionSyntax member => model.GetTypeInfo(member.Expression).Type,
            MemberBindingExpressionSyntax => OfConditional(access, model),
            _ => null,
        };
        return receiver is null or IErrorTypeSymbol ? null : new(name.Identifier.ValueText, name.Arity, receiver, name.SpanStart);
    }

    // Behind `?.` stands the value without its nullable.
    private static ITypeSymbol? OfConditional(SyntaxNode binding, SemanticModel model)
    {
        var access = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(outer => outer.WhenNotNull.Span.Contains(binding.Span));
        var type = access is null ? null : model.GetTypeInfo(access.Expression).Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }
}
