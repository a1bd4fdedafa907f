namespace Hotel;

public static class HighSeason
{
    /// <summary>The price of a night; in July and August it is a fifth higher.</summary>
    public static decimal PriceOf(decimal basic, int month)
    {
        var isHigh = month == 7 || month == 8;
        return isHigh ? basic * 1.2m : basic;
    }
}
