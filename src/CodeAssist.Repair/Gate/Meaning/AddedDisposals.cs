namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Code in which a variable is not disposed of: where it is the code before, the disposal is all that was added.</summary>
internal static class AddedDisposals
{
    /// <summary>The code without one of its disposals.</summary>
    public static IEnumerable<Term> Without(Term after)
    {
        foreach (var disposal in after.All().Where(term => term.Is("using") && term.Parts.Count == 2).Distinct())
        {
            var name = disposal.Data.StartsWith("await ", StringComparison.Ordinal) ? disposal.Data.Substring(6) : disposal.Data;
            if (name.Length > 0)
                yield return Terms.Replace(after, disposal, Sequences.Of(new Term("decl", name, [disposal[0]]), disposal[1]));
        }
    }
}
