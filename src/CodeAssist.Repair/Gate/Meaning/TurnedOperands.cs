namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Operations of which the order of the operands counts.</summary>
internal static class TurnedOperands
{
    private static readonly string[] Ordered = ["Subtract:", "Divide:", "Remainder:", "LeftShift:", "RightShift:"];

    /// <summary>An operation that came, where the same operation went with its operands in the other order.</summary>
    public static Term? Find(Term before, Term after)
    {
        var gone = before.All().Where(term => IsOrdered(term) && Terms.Count(before, term) > Terms.Count(after, term)).Distinct().ToList();
        return gone.Count == 0 ? null : after.All().FirstOrDefault(term =>
            IsOrdered(term) && gone.Exists(old => old.Head == term.Head && old.Data == term.Data && old[0].Equals(term[1]) && old[1].Equals(term[0]))
            && Terms.Count(after, term) > Terms.Count(before, term));
    }

    // Values that are the same on both sides have no order.
    private static bool IsOrdered(Term term) =>
        term.Parts.Count == 2 && term.Is("op") && Array.Exists(Ordered, @operator => term.Data.StartsWith(@operator, StringComparison.Ordinal)) && !term[0].Equals(term[1]);
}
