namespace CodeAssist.Analyzers.Naming;

/// <summary>Names that say that a value is the least or the greatest one that is allowed.</summary>
internal static class BoundWords
{
    private static readonly HashSet<string> Least = new(StringComparer.OrdinalIgnoreCase) { "min", "minimum", "minimal", "lower", "low", "lo", "lowest", "least", "smallest" };
    private static readonly HashSet<string> Greatest = new(StringComparer.OrdinalIgnoreCase) { "max", "maximum", "maximal", "upper", "high", "hi", "highest", "most", "greatest", "largest" };

    /// <summary>
    /// Which bound a name says that it is, and of what: <c>maxWidth</c> and <c>WIDTH_MAX</c> are the greatest
    /// <c>width</c>. Null of a name that says neither, or both.
    /// </summary>
    public static (bool IsGreatest, string Subject)? Of(string name)
    {
        bool? isGreatest = null;
        var subject = new List<string>();
        foreach (var word in Words.Of(name))
        {
            var (least, greatest) = (Least.Contains(word), Greatest.Contains(word));
            if (!least && !greatest)
                subject.Add(word.ToLowerInvariant());
            else if (isGreatest is not null)
                return null;
            else
                isGreatest = greatest;
        }

        return isGreatest is { } greater ? (greater, string.Join(" ", subject)) : null;
    }
}
