using System.Globalization;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of arithmetic that hold of whole numbers as they are written in indices and lengths.</summary>
internal static class Numbers
{
    public static Term Of(string @operator, IReadOnlyList<Term> parts)
    {
        if (@operator.StartsWith("Add", StringComparison.Ordinal) && parts.Count == 2)
            return Add(@operator, parts[0], parts[1]);
        if (@operator.StartsWith("Subtract", StringComparison.Ordinal) && parts.Count == 2)
            return Subtract(@operator, parts[0], parts[1]);
        return new Term("op", @operator, parts) { IsValue = true };
    }

    public static Term Add(Term left, Term right) => Add("Add:Int32", left, right);

    public static Term Subtract(Term left, Term right) => Subtract("Subtract:Int32", left, right);

    private static Term Add(string @operator, Term left, Term right)
    {
        if (Number(left) == 0)
            return right;
        if (Number(right) == 0)
            return left;
        if (right.Is("op") && right.Data.StartsWith("Subtract", StringComparison.Ordinal) && right.Parts.Count == 2 && right[1].Equals(left))
            return right[0];
        return new Term("op", @operator, [left, right]) { IsValue = true };
    }

    private static Term Subtract(string @operator, Term left, Term right)
    {
        if (Number(right) == 0)
            return left;
        if (left.Is("op") && left.Data.StartsWith("Add", StringComparison.Ordinal) && left.Parts.Count == 2 && left[0].Equals(right))
            return left[1];
        return new Term("op", @operator, [left, right]) { IsValue = true };
    }

    private static int? Number(Term term) =>
        term.Is("const") && term.Data.StartsWith("number ", StringComparison.Ordinal) && int.TryParse(term.Data.Substring(7), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
