namespace CodeAssist.Analyzers.Naming;

/// <summary>
/// What is left of a name without the marks of its kind: <c>_firstName</c>, <c>m_firstName</c>, <c>s_first_name</c>
/// and <c>FirstName</c> have the stem <c>firstname</c>.
/// </summary>
internal static class Stem
{
    /// <summary>The stem of a name.</summary>
    public static string Of(string name)
    {
        var start = name.Length > 2 && name[1] == '_' && name[0] is 'm' or 's' or 't' ? 2 : 0;
        return name.Substring(name.Length > start ? start : 0).Replace("_", string.Empty).ToLowerInvariant();
    }

    /// <summary>
    /// Whether two names are numbered twins (<c>point1</c> and <c>point2</c>, <c>strA</c> and <c>strB</c>), which say
    /// an order and no role.
    /// </summary>
    public static bool AreTwins(string one, string other)
    {
        var (left, right) = (WithoutNumber(one), WithoutNumber(other));
        return left.Length < one.Length && right.Length < other.Length && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutNumber(string name)
    {
        var end = name.Length;
        while (end > 0 && char.IsDigit(name[end - 1]))
            end--;
        if (end == name.Length && end > 1 && name[end - 1] is 'A' or 'B')
            end--;
        return name.Substring(0, end);
    }
}
