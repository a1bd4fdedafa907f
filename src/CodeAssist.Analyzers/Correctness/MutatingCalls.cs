using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Knows calls that change what they are called on, by what they are named and what they return.</summary>
internal sealed class MutatingCalls(RuleContext context)
{
    private const string Attempt = "Try";

    // These tell by a bool or a number what they did.
    private static readonly string[] Telling =
        ["Add", "Remove", "Delete", "Insert", "Enqueue", "Push", "Update", "Replace", "Write", "Send", "Receive", "Set", "Release", "Acquire", "Move", "Clear", "Save", "Advance", "Consume", "Reset"];

    // These give what they take away, or step on to.
    private static readonly string[] Giving = ["Pop", "Dequeue", "Take", "Read", "Increment", "Decrement", "Exchange"];

    private readonly PureMethods _pure = new(context);
    private readonly Stability _stability = Stability.Of(context);

    /// <summary>Whether the call changes something.</summary>
    public bool Is(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.IsImplicit || method.ReturnsVoid || method.IsReadOnly || method.ContainingType is not { } type || method.Name is "SetEquals")
            return false;
        var name = method.Name.StartsWith(Attempt, StringComparison.Ordinal) ? method.Name.Substring(Attempt.Length) : method.Name;
        if (!(Starts(name, Telling) && IsAnswer(method.ReturnType)) && !(Starts(name, Giving) && IsTaken(call, type)))
            return false;
        return !IsOfSameType(method.ReturnType, type) && !_pure.IsPure(call) && !_stability.IsStable(call);
    }

    private static bool IsAnswer(ITypeSymbol type) => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64;

    // Interlocked.Read and BinaryPrimitives.ReadInt32 only look; Volatile too.
    private static bool IsTaken(IInvocationOperation call, INamedTypeSymbol type) =>
        call.Instance is not null || (type is { Name: "Interlocked", ContainingNamespace.Name: "Threading" } && call.TargetMethod.Name != "Read");

    // What returns its own kind makes a new one, or goes on with itself.
    private static bool IsOfSameType(ITypeSymbol result, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(result.OriginalDefinition, type.OriginalDefinition);

    private static bool Starts(string name, string[] verbs) => verbs.Any(verb =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length])));
}
