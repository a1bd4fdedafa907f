using Caching;

public static class CacheLimitsTests
{
    public static void A_capacity_is_kept_and_the_size_stays()
    {
        var limits = new CacheLimits { Capacity = 7 };
        Check.Equal(7, limits.Capacity);
        Check.Equal(1024, limits.EntrySize);
    }

    public static void A_size_is_kept_and_the_capacity_stays()
    {
        var limits = new CacheLimits { EntrySize = 9 };
        Check.Equal(100, limits.Capacity);
        Check.Equal(9, limits.EntrySize);
    }
}
