using Hotel;

public static class HighSeasonTests
{
    public static void July_is_dearer() => Check.Equal(120.0m, HighSeason.PriceOf(100m, 7));

    public static void August_is_dearer() => Check.Equal(120.0m, HighSeason.PriceOf(100m, 8));

    public static void June_and_September_are_not()
    {
        Check.Equal(100m, HighSeason.PriceOf(100m, 6));
        Check.Equal(100m, HighSeason.PriceOf(100m, 9));
    }
}
