using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>An if with its else-ifs, or conditional expressions nested in each other's last part.</summary>
internal static class ConditionalChain
{
    /// <summary>Whether the conditional is no chain of its own but continues the one above it.</summary>
    public static bool IsPartOfLarger(IConditionalOperation conditional)
    {
        IOperation child = conditional;
        while (child.Parent is IConversionOperation { IsImplicit: true } conversion)
            child = conversion;
        return child.Parent is IConditionalOperation above && ReferenceEquals(above.WhenFalse, child) && AreOfOneSort(above, conditional);
    }

    /// <summary>The conditionals of a chain, from the first on.</summary>
    public static IEnumerable<IConditionalOperation> Links(IConditionalOperation top)
    {
        for (var link = top; link is not null;)
        {
            yield return link;
            link = link.WhenFalse is { } rest && Unwrapped.Of(rest) is IConditionalOperation next && AreOfOneSort(link, next) ? next : null;
        }
    }

    // A statement has no type, an expression has one.
    private static bool AreOfOneSort(IConditionalOperation one, IConditionalOperation other) => one.Type is null == other.Type is null;
}
