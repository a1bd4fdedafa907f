namespace CodeAssist.Repair.Editing;

/// <summary>The longest common subsequence of two sequences, by Myers' greedy algorithm.</summary>
internal static class SequenceDiff
{
    // Above this many differences a common subsequence says nothing about how one became the other, and the
    // algorithm's memory grows with the square of it.
    private const int MaxDifferences = 3000;

    /// <summary>
    /// For each element of <paramref name="one"/> the index of its partner in <paramref name="other"/>, or -1.
    /// Partners are equal and in the same order. Common ends are always partners.
    /// </summary>
    public static int[] Match<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, IEqualityComparer<T> comparer)
    {
        var partners = new int[one.Count];
        for (var i = 0; i < partners.Length; i++)
            partners[i] = -1;

        var start = 0;
        while (start < one.Count && start < other.Count && comparer.Equals(one[start], other[start]))
        {
            partners[start] = start;
            start++;
        }

        var end = 0;
        while (end < one.Count - start && end < other.Count - start && comparer.Equals(one[one.Count - 1 - end], other[other.Count - 1 - end]))
        {
            partners[one.Count - 1 - end] = other.Count - 1 - end;
            end++;
        }

        MatchMiddle(one, other, start, one.Count - end, other.Count - end, comparer, partners);
        return partners;
    }

    private static void MatchMiddle<T>(
        IReadOnlyList<T> one, IReadOnlyList<T> other, int start, int oneEnd, int otherEnd, IEqualityComparer<T> comparer, int[] partners)
    {
        var n = oneEnd - start;
        var m = otherEnd - start;
        if (n == 0 || m == 0)
            return;

        var max = Math.Min(n + m, MaxDifferences);
        var furthest = new int[(2 * max) + 2];
        var trace = new List<int[]>();
        for (var d = 0; d <= max; d++)
        {
            // Only the diagonals -d..d can have changed: the trace keeps those.
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && furthest[max + k - 1] < furthest[max + k + 1]);
                var x = down ? furthest[max + k + 1] : furthest[max + k - 1] + 1;
                var y = x - k;
                while (x < n && y < m && comparer.Equals(one[start + x], other[start + y]))
                {
                    x++;
                    y++;
                }

                furthest[max + k] = x;
                if (x >= n && y >= m)
                {
                    Backtrack(trace, d, k, n, m, start, partners);
                    return;
                }
            }

            var slice = new int[(2 * d) + 1];
            Array.Copy(furthest, max - d, slice, 0, slice.Length);
            trace.Add(slice);
        }
    }

    private static void Backtrack(List<int[]> trace, int d, int k, int x, int y, int start, int[] partners)
    {
        for (; d > 0; d--)
        {
            var before = trace[d - 1];
            int At(int diagonal) => diagonal < -(d - 1) || diagonal > d - 1 ? -1 : before[diagonal + d - 1];
            var down = k == -d || (k != d && At(k - 1) < At(k + 1));
            var previousK = down ? k + 1 : k - 1;
            var previousX = At(previousK);
            var previousY = previousX - previousK;
            var (afterX, afterY) = down ? (previousX, previousY + 1) : (previousX + 1, previousY);
            while (x > afterX && y > afterY)
            {
                x--;
                y--;
                partners[start + x] = start + y;
            }

            (x, y, k) = (previousX, previousY, previousK);
        }

        while (x > 0 && y > 0)
        {
            x--;
            y--;
            partners[start + x] = start + y;
        }
    }
}
