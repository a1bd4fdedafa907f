namespace CodeAssist.Eval.Suites;

/// <summary>The chance that at least one of k samples is correct, estimated without bias from n samples (Chen et al. 2021).</summary>
public static class PassAtK
{
    /// <summary>1 - C(n-c, k) / C(n, k) of one task.</summary>
    /// <param name="samples">n, how many were drawn.</param>
    /// <param name="correct">c, how many of them are correct.</param>
    /// <param name="k">How many may be tried; at most n.</param>
    public static double Of(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, samples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);
        if (samples - correct < k)
            return 1;
        // The quotient of the binomials as a product: no factorial overflows.
        var miss = 1.0;
        for (var i = samples - correct + 1; i <= samples; i++)
            miss *= 1 - (double)k / i;
        return 1 - miss;
    }

    /// <summary>The mean over tasks, with its 95 % interval.</summary>
    /// <param name="tasks">Samples and correct ones of each task.</param>
    /// <param name="k">How many may be tried; at most the fewest samples of a task.</param>
    public static RateInterval Mean(IReadOnlyCollection<(int Samples, int Correct)> tasks, int k) =>
        // A task's chance is a fraction between 0 and 1, whose variance a yes-or-no outcome bounds: Wilson is conservative here.
        RateInterval.Wilson(tasks.Sum(task => Of(task.Samples, task.Correct, k)), tasks.Count);
}
