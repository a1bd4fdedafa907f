using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Whether a reader, writer or stream stays in memory, so that no call of it ever waits.</summary>
internal static class InMemory
{
    // A reader over a stream over a buffer: deeper ones are nobody's handwriting.
    private const int Deepest = 4;

    private static readonly HashSet<string> Types = ["MemoryStream", "UnmanagedMemoryStream", "StringReader", "StringWriter"];

    /// <summary>Whether the value is in memory, or made over something that is.</summary>
    public static bool Is(IOperation? value, CancellationToken cancellation) => Is(value, Deepest, cancellation);

    private static bool Is(IOperation? value, int depth, CancellationToken cancellation)
    {
        if (value is null || depth == 0)
            return false;
        value = value.Unwrapped();

        // A writer of which nothing is known is most often the console or a string.
        if (value.Type is { Name: "TextWriter", TypeKind: TypeKind.Class })
            return true;
        for (var type = value.Type; type is not null; type = type.BaseType)
        {
            if (Types.Contains(type.Name))
                return true;
        }

        return value switch
        {
            IObjectCreationOperation creation => creation.Arguments.Any(argument => Is(argument.Value, depth - 1, cancellation)),
            ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } local
                when declaration.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var made } =>
                Is(local.SemanticModel?.GetOperation(made, cancellation), depth - 1, cancellation),
            // Console.Out and the like have no waiting of their own.
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "Console" } } => true,
            _ => false,
        };
    }
}
