using Caching;

public static class CacheStatisticsTests
{
    public static void Three_hits_of_four_are_three_quarters()
    {
        var statistics = new CacheStatistics();
        foreach (var isHit in new[] { true, true, false, true })
            statistics.Count(isHit);
        Check.Equal(0.75, statistics.HitRate());
    }

    public static void Only_hits_are_one()
    {
        var statistics = new CacheStatistics();
        statistics.Count(isHit: true);
        Check.Equal(1.0, statistics.HitRate());
    }

    public static void Nothing_asked_is_zero() => Check.Equal(0.0, new CacheStatistics().HitRate());
}
