namespace CodeAssist.Eval.Suites;

/// <summary>A rate with its 95 % confidence interval, all as fractions.</summary>
/// <param name="Rate">What was measured.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
public sealed record RateInterval(double Rate, double Low, double High)
{
    // The 97.5 % point of the standard normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>
    /// Wilson's score interval of a proportion (Wilson 1927), which stays within 0 and 1 and is sound also for few trials
    /// and for rates near the ends. No trials: the rate is 0 and anything is possible.
    /// </summary>
    /// <param name="successes">How many succeeded.</param>
    /// <param name="trials">Out of how many.</param>
    public static RateInterval Wilson(double successes, double trials)
    {
        if (trials <= 0)
            return new RateInterval(0, 0, 1);
        var rate = successes / trials;
        var square = Z * Z;
        var centre = (rate + square / (2 * trials)) / (1 + square / trials);
        var half = Z / (1 + square / trials) * Math.Sqrt(rate * (1 - rate) / trials + square / (4 * trials * trials));
        return new RateInterval(rate, Math.Clamp(centre - half, 0, rate), Math.Clamp(centre + half, rate, 1));
    }
}
