using Tournament;

public static class RankingTests
{
    public static void Points_come_first() =>
        Check.Equal("b a", Order(new Result("a", 3, 9), new Result("b", 6, 1)));

    public static void Goals_decide_between_equals() =>
        Check.Equal("c b a", Order(new Result("a", 3, 1), new Result("b", 3, 5), new Result("c", 4, 0)));

    private static string Order(params Result[] results) => string.Join(' ', Ranking.Of(results));
}
