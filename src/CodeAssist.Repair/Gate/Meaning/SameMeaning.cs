using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Whether an edit only writes in another way what was there: all that code means is the same before and after it.</summary>
internal static class SameMeaning
{
    // Beyond it the comparison would take longer than an edit of that size is worth.
    private const int MostNodes = 20_000;

    /// <summary>Whether two members mean the same but for what may be added. What is not known to is taken to mean something else.</summary>
    /// <param name="additions">What may be added.</param>
    /// <param name="oldModel">Binds the member before.</param>
    /// <param name="oldNode">The member before.</param>
    /// <param name="newModel">Binds the member after.</param>
    /// <param name="newNode">The member after.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public static bool Holds(Additions additions, SemanticModel oldModel, SyntaxNode oldNode, SemanticModel newModel, SyntaxNode newNode, CancellationToken cancellation)
    {
        if (additions == Additions.None || IsLarge(oldNode) || IsLarge(newNode))
            return false;
        try
        {
            if (MeaningBuilder.Of(oldModel, oldNode, cancellation) is not { } before || MeaningBuilder.Of(newModel, newNode, cancellation) is not { } after)
                return false;
            var wanted = Names.Numbered(before);
            return (additions.HasFlag(Additions.Nothing) && IsWanted(after))
                || (additions.HasFlag(Additions.Guard) && AddedGuards.Without(before, after).Any(IsWanted))
                || (additions.HasFlag(Additions.Disposal) && AddedDisposals.Without(after).Any(IsWanted));

            bool IsWanted(Term term) => Names.Numbered(term).Equals(wanted);
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }

        static bool IsLarge(SyntaxNode node) => node.DescendantNodes().Take(MostNodes).Count() == MostNodes;
    }
}
