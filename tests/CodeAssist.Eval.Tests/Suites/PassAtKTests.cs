using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Tests.Suites;

public class PassAtKTests
{
    [Theory]
    [InlineData(10, 3, 1, 0.3)]
    [InlineData(5, 2, 2, 0.7)]      // 1 - C(3,2)/C(5,2) = 1 - 3/10
    [InlineData(10, 1, 10, 1)]
    [InlineData(20, 0, 10, 0)]
    [InlineData(200, 1, 10, 0.05)]  // one in 200: 10/200
    public void It_is_one_minus_the_quotient_of_the_binomials(int samples, int correct, int k, double expected) =>
        Assert.Equal(expected, PassAtK.Of(samples, correct, k), 12);

    [Fact]
    public void The_mean_is_over_tasks() =>
        Assert.Equal(0.5, PassAtK.Mean([(1, 1), (1, 0), (1, 1), (1, 0)], 1).Rate, 12);

    [Fact]
    public void More_tries_than_samples_cannot_be_estimated() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassAtK.Of(5, 1, 10));
}
