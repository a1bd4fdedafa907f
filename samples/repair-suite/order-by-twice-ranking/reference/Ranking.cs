namespace Tournament;

public sealed record Result(string Team, int Points, int Goals);

public static class Ranking
{
    /// <summary>The teams by points; where those are equal, by goals.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Result> results) =>
        results
            .OrderByDescending(result => result.Points)
            .ThenByDescending(result => result.Goals)
            .Select(result => result.Team)
            .ToList();
}
