using Games;

public static class ScoreBoardTests
{
    public static void Points_are_added_up()
    {
        var board = new ScoreBoard();
        board.Add("ann", [3, 4]);
        board.Add("ann", [5]);
        Check.Equal(12, board["ann"]);
    }

    public static void Points_may_be_taken_away()
    {
        var board = new ScoreBoard();
        board.Add("ann", [3, -4]);
        Check.Equal(-1, board["ann"]);
    }

    public static void An_unknown_player_has_none() => Check.Equal(0, new ScoreBoard()["bob"]);
}
