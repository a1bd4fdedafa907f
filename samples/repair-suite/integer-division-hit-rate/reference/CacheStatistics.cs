namespace Caching;

public sealed class CacheStatistics
{
    public int Hits { get; private set; }

    public int Misses { get; private set; }

    public void Count(bool isHit)
    {
        if (isHit)
            Hits++;
        else
            Misses++;
    }

    /// <summary>The share of look-ups that were answered from the cache, between 0 and 1.</summary>
    public double HitRate()
    {
        var total = Hits + Misses;
        return total == 0 ? 0 : (double)Hits / total;
    }
}
