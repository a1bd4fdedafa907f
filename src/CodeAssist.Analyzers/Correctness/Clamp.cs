using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A value held between two bounds, by <c>Clamp</c> or by nested <c>Min</c> and <c>Max</c>.</summary>
/// <param name="Call">The outer call.</param>
/// <param name="Lower">What the result is at least.</param>
/// <param name="Upper">What the result is at most.</param>
internal sealed record Clamp(IInvocationOperation Call, IOperation Lower, IOperation Upper)
{
    /// <summary>
    /// The readings of a call as a clamp. Of <c>Min(Max(a, b), c)</c> either of <c>a</c> and <c>b</c> may be the
    /// bound, and either argument of the outer call the inner one.
    /// </summary>
    public static IEnumerable<Clamp> Of(IInvocationOperation call)
    {
        if (!IsOfNumbers(call.TargetMethod))
            yield break;
        switch (call)
        {
            case { TargetMethod.Name: "Clamp", Arguments.Length: 3 }:
                yield return new Clamp(call, ArgumentOf(call, 1), ArgumentOf(call, 2));
                break;
            case { TargetMethod.Name: "Min" or "Max", Arguments.Length: 2 }:
                foreach (var (inner, outerBound) in new[] { (ArgumentOf(call, 0), ArgumentOf(call, 1)), (ArgumentOf(call, 1), ArgumentOf(call, 0)) })
                {
                    if (inner is not IInvocationOperation { TargetMethod: { Name: "Min" or "Max" } method, Arguments.Length: 2 } nested
                        || method.Name == call.TargetMethod.Name || !IsOfNumbers(method))
                    {
                        continue;
                    }

                    foreach (var innerBound in new[] { ArgumentOf(nested, 0), ArgumentOf(nested, 1) })
                        yield return method.Name == "Max" ? new Clamp(call, innerBound, outerBound) : new Clamp(call, outerBound, innerBound);
                }

                break;
        }
    }

    private static IOperation ArgumentOf(IInvocationOperation call, int ordinal) =>
        Unwrapped.Of(call.Arguments.First(argument => argument.Parameter?.Ordinal == ordinal).Value);

    // Math, MathF, the numeric types, and INumber<T> for their generic code.
    private static bool IsOfNumbers(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { } type }
        && Stability.IsOfFramework(type)
        && (type.Name is "Math" or "MathF" or "INumber" or "Half" or "Int128" or "UInt128" or "BigInteger"
            || type.SpecialType is (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr);
}
