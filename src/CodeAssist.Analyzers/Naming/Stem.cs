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
        return name.Substring(StartOf(name)).Replace("_", string.Empty).ToLowerInvariant();
    }

    /// <summary>Whether two names may have one stem: false only where they do not. Makes no text.</summary>
    public static bool MayBeSame(string one, string other)
    {
        var (left, right) = (StartOf(one), StartOf(other));
        while (true)
        {
            while (left < one.Length && one[left] == '_')
                left++;
            while (right < other.Length && other[right] == '_')
                right++;
            if (left == one.Length || right == other.Length)
                return left == one.Length && right == other.Length;
            var (first, second) = (one[left++], other[right++]);

            // Letters that take two characters have cases too; there are hardly any in names.
            if (first != second && !char.IsSurrogate(first) && char.ToLowerInvariant(first) != char.ToLowerInvariant(second))
                return false;
        }
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

    private static int StartOf(string name) => name.Length > 2 && name[1] == '_' && name[0] is 'm' or 's' or 't' ? 2 : 0;

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
