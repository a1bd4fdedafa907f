using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Tests.Suites;

public class RateIntervalTests
{
    [Theory]
    // Figures of Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_intervals(int successes, int trials, double low, double high)
    {
        var interval = RateInterval.Wilson(successes, trials);

        Assert.Equal((double)successes / trials, interval.Rate, 12);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Nothing_tried_says_nothing() => Assert.Equal(new RateInterval(0, 0, 1), RateInterval.Wilson(0, 0));
}
