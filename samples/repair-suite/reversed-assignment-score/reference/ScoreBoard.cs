namespace Games;

public sealed class ScoreBoard
{
    private readonly Dictionary<string, int> _scores = [];

    public int this[string player] => _scores.GetValueOrDefault(player);

    public void Add(string player, IEnumerable<int> points)
    {
        var score = this[player];
        foreach (var point in points)
            score += point;
        _scores[player] = score;
    }
}
