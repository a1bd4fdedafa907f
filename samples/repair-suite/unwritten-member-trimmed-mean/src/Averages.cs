namespace Statistics;

public static class Averages
{
    /// <summary>The arithmetic mean; 0 where there are no samples.</summary>
    public static double Mean(IReadOnlyList<double> samples)
    {
        return samples.Count == 0 ? 0 : samples.Sum() / samples.Count;
    }

    /// <summary>
    /// The mean of the samples without one smallest and one largest: of 1, 2, 3 and 10 it is 2.5. It is 0 where
    /// there are fewer than three samples.
    /// </summary>
    public static double TrimmedMean(IReadOnlyList<double> samples)
    {
        throw new NotImplementedException();
    }
}
