using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>Whether the name stands as an attribute, which may leave its suffix out.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>The names that errors of a model's tree are about.</summary>
    public static List<MissingName> Of(IEnumerable<Diagnostic> errors, SemanticModel model, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        return errors
            .Select(diagnostic => Of(diagnostic.Id, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model))
            .OfType<MissingName>()
            .ToList();
    }

    private static MissingName? Of(string id, SyntaxNode node, SemanticModel model) => (id, node) switch
    {
        // A type, or one of another arity than the one that the name has here.
        ("CS0246" or "CS0305" or "CS0308", SimpleNameSyntax { Parent: not InvocationExpressionSyntax } name) => OfType(name),
        ("CS0103", SimpleNameSyntax name) when MayBeType(name) => OfType(name),
        ("CS1061", SimpleNameSyntax name) => OfExtension(name, model),
        ("CS1061", MemberBindingExpressionSyntax binding) => OfExtension(binding.Name, model),

        // An extension method of the name is there, for other receivers: the receiver is flagged.
        ("CS1929", ExpressionSyntax { Parent: MemberAccessExpressionSyntax access } receiver) when access.Expression == receiver => OfExtension(access.Name, model),

        // A query's clauses are calls of extension methods.
        ("CS1935", _) => OfQuery(node, model),
        _ => null,
    };

    private static MissingName OfType(SimpleNameSyntax name) => new(name.Identifier.ValueText, name.Arity, null, name.SpanStart) { IsAttribute = name.Parent is AttributeSyntax };

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

    private static MissingName? OfQuery(SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<QueryExpressionSyntax>() is not { } query)
            return null;
        var method = query.Body.Clauses.FirstOrDefault() switch
        {
            WhereClauseSyntax => "Where",
            OrderByClauseSyntax { Orderings: [{ AscendingOrDescendingKeyword.Text: "descending" }, ..] } => "OrderByDescending",
            OrderByClauseSyntax => "OrderBy",
            JoinClauseSyntax { Into: null } => "Join",
            JoinClauseSyntax => "GroupJoin",
            FromClauseSyntax => "SelectMany",
            null when query.Body.SelectOrGroup is GroupClauseSyntax => "GroupBy",
            _ => "Select",
        };
        return model.GetTypeInfo(query.FromClause.Expression).Type is { } source and not IErrorTypeSymbol ? new(method, 0, source, query.SpanStart) : null;
    }

    // Behind `?.` stands the value without its nullable.
    private static ITypeSymbol? OfConditional(SyntaxNode binding, SemanticModel model)
    {
        var access = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(outer => outer.WhenNotNull.Span.Contains(binding.Span));
        var type = access is null ? null : model.GetTypeInfo(access.Expression).Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }
}
