using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Calls that look for a position from the start of a string, array, list or span, and give -1 where there is none.</summary>
internal sealed class IndexOfCalls(RuleContext context)
{
    // Nothing has a name or a value that is empty: what stands before these is part of what is meant.
    private static readonly HashSet<object> Separators = ['@', '=', "@", "=", "://"];

    private readonly INamedTypeSymbol? _array = context.Type("System.Array");
    private readonly INamedTypeSymbol? _span = context.Type("System.MemoryExtensions");
    private readonly INamedTypeSymbol? _immutableList = context.Type("System.Collections.Immutable.ImmutableList");
    private readonly INamedTypeSymbol? _list = context.Type("System.Collections.IList");

    /// <summary>The call that an operation is, or null.</summary>
    public IInvocationOperation? Of(IOperation operation) =>
        operation.Unwrapped() is IInvocationOperation { TargetMethod: { Name: "IndexOf" or "IndexOfAny", ReturnType.SpecialType: SpecialType.System_Int32 } } call
            && IsOfSequence(call) && StartsAtStart(call) && !LooksForSeparator(call) && !IsOfPiece(call)
            ? call
            : null;

    /// <summary>What is searched.</summary>
    public static IOperation? Searched(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary>Whether a list or an array is searched, and not a text.</summary>
    public bool IsOfList(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String && !Is(call.TargetMethod.ContainingType, _span);

    private bool IsOfSequence(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return type.SpecialType == SpecialType.System_String
            || (call.Instance is { Type: { } receiver } ? IsList(receiver) : Is(type, _array) || Is(type, _span) || Is(type, _immutableList));
    }

    private bool IsList(ITypeSymbol type) =>
        type.AllInterfaces.Concat([type]).Any(candidate =>
            candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IList_T
            || (_list is not null && SymbolEqualityComparer.Default.Equals(candidate, _list)));

    // A search that starts further on never finds 0.
    private static bool StartsAtStart(IInvocationOperation call) => call.Arguments.All(argument =>
        argument.Parameter?.Name is not ("startIndex" or "index" or "start")
        || argument.ArgumentKind == ArgumentKind.DefaultValue
        || argument.Value.ConstantValue is { HasValue: true, Value: 0 });

    // Of what was cut off behind something, the start is the end of that: a piece between the two is meant.
    // By syntax: the length of a prefix may come from a generator that has not run.
    private static bool IsOfPiece(IInvocationOperation call) =>
        Searched(call)?.Unwrapped().Syntax is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice" or "Substring" or "AsSpan" },
            ArgumentList.Arguments: [{ Expression: not LiteralExpressionSyntax { Token.ValueText: "0" } }, ..],
        };

    private static bool LooksForSeparator(IInvocationOperation call) => call.Arguments.Any(argument => argument.Value.Unwrapped() switch
    {
        { ConstantValue: { HasValue: true, Value: { } value } } => Separators.Contains(value),
        IFieldReferenceOperation { Field: { ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } } field } => field.Name.EndsWith("SeparatorChar", StringComparison.Ordinal),
        _ => false,
    });

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol? wanted) => wanted is not null && SymbolEqualityComparer.Default.Equals(type, wanted);
}
