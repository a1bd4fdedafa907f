namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>In which places two terms differ, each place as small as it can be.</summary>
internal static class TermDiff
{
    private static readonly HashSet<string> Lists = ["and", "or", "seq", "text", "list", "newof", "append", "member"];

    /// <summary>The parts of one term that are others in the other one.</summary>
    public static IReadOnlyList<(Term Old, Term New)> Places(Term old, Term now)
    {
        var places = new List<(Term, Term)>();
        Compare(old, now, places);
        return places;
    }

    /// <summary>How many places there are: one that the code names several times is one, and so are two that change places.</summary>
    public static int Count(IEnumerable<(Term Old, Term New)> places) =>
        places.Select(place => string.CompareOrdinal(place.Old.Text, place.New.Text) > 0 ? (place.New, place.Old) : place).Distinct().Count();

    private static void Compare(Term old, Term now, List<(Term Old, Term New)> places)
    {
        Budget.Step();
        if (old.Equals(now))
            return;
        if (old.Head != now.Head || old.Data != now.Data || (!Lists.Contains(old.Head) && old.Parts.Count != now.Parts.Count))
        {
            places.Add((old, now));
            return;
        }

        // Which branch comes first is no difference.
        if (old.Head is "if" or "cond")
        {
            var (same, turned) = (new List<(Term, Term)>(), new List<(Term, Term)>());
            for (var i = 0; i < 3; i++)
                Compare(old[i], now[i], same);
            Compare(old[0], Conditions.Not(now[0]), turned);
            Compare(old[1], now[2], turned);
            Compare(old[2], now[1], turned);
            var (changed, changedSame) = (Count(turned), Count(same));
            places.AddRange(changed < changedSame || (changed == changedSame && Size(turned) < Size(same)) ? turned : same);
            return;
        }

        // A comparison that is turned is one place: `x >= low` becomes `x <= high`.
        if (old.Head is "eq" or "lt" or "le")
        {
            var (direct, crossed) = (new List<(Term, Term)>(), new List<(Term, Term)>());
            Compare(old[0], now[0], direct);
            Compare(old[1], now[1], direct);
            Compare(old[0], now[1], crossed);
            Compare(old[1], now[0], crossed);
            places.AddRange(crossed.Count < direct.Count ? crossed : direct);
            return;
        }

        if (Lists.Contains(old.Head))
            CompareLists(old.Parts, now.Parts, isCondition: old.Head is "and" or "or", places);
        else
        {
            for (var i = 0; i < old.Parts.Count; i++)
                Compare(old[i], now[i], places);
        }
    }

    private static int Size(List<(Term Old, Term New)> places) => places.Sum(place => place.Old.Size + place.New.Size);

    // What is between the parts that both have is a place, or as many as it has parts.
    private static void CompareLists(IReadOnlyList<Term> old, IReadOnlyList<Term> now, bool isCondition, List<(Term Old, Term New)> places)
    {
        var partners = Editing.SequenceDiff.Match(old.ToList(), now.ToList(), EqualityComparer<Term>.Default);
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            var (oldEnd, newEnd) = (i, now.Count);
            while (oldEnd < old.Count && partners[oldEnd] < 0)
                oldEnd++;
            if (oldEnd < old.Count)
                newEnd = partners[oldEnd];
            if (oldEnd - i == newEnd - j)
            {
                for (; i < oldEnd; i++, j++)
                {
                    // Of a condition that is there twice, one is another as a whole.
                    if (isCondition && old.Count(part => part.Equals(old[i])) > 1)
                        places.Add((old[i], now[j]));
                    else
                        Compare(old[i], now[j], places);
                }
            }
            else
            {
                // Of what must hold together, each that is gone is a place.
                for (var extra = newEnd - j; isCondition && extra > 0 && extra < oldEnd - i; extra++)
                    places.Add((old[Math.Min(i, old.Count - 1)], now[Math.Min(j, now.Count - 1)]));
                places.Add((new Term("run", string.Empty, [.. old.Skip(i).Take(oldEnd - i)]), new Term("run", string.Empty, [.. now.Skip(j).Take(newEnd - j)])));
            }

            (i, j) = (oldEnd + 1, newEnd + 1);
        }
    }
}
