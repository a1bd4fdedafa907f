using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>An if with its else-ifs, or conditional expressions nested in each other's last part.</summary>
internal static class ConditionalChain
{
    /// <summary>Whether the conditional is no chain of its own but continues the one above it.</summary>
    public static bool IsPartOfLarger(IConditionalOperation conditional)
    {
        IOperation child = conditional;
        while (child.Parent is IConversionOperation { IsImplicit: true } || IsScope(child.Parent))
            child = child.Parent!;
        return child.Parent is IConditionalOperation above && ReferenceEquals(above.WhenFalse, child) && AreOfOneSort(above, conditional);
    }

    /// <summary>The conditionals of a chain, from the first on.</summary>
    public static IEnumerable<IConditionalOperation> Links(IConditionalOperation top)
    {
        for (var link = top; link is not null; link = Next(link))
            yield return link;
    }

    /// <summary>The conditional that continues a chain behind one of its links, or null.</summary>
    public static IConditionalOperation? Next(IConditionalOperation link) =>
        link.WhenFalse is { } rest && WithoutScope(Unwrapped.Of(rest)) is IConditionalOperation next && AreOfOneSort(link, next) ? next : null;

    private static IOperation WithoutScope(IOperation operation) => IsScope(operation) ? ((IBlockOperation)operation).Operations[0] : operation;

    // The compiler puts a block around an else-if whose condition declares variables; and an else may hold nothing but an if.
    private static bool IsScope(IOperation? operation) =>
        operation is IBlockOperation { Operations.Length: 1 } block && block.Operations[0] is IConditionalOperation && block.Syntax is IfStatementSyntax or BlockSyntax;

    // A statement has no type, an expression has one.
    private static bool AreOfOneSort(IConditionalOperation one, IConditionalOperation other) => one.Type is null == other.Type is null;
}
