namespace Games;

public static class Chessboard
{
    /// <summary>Whether the field is dark, on a board without borders that goes on to the west and to the south.</summary>
    public static bool IsDark(int east, int north)
    {
        return (east + north) % 2 == 1;
    }
}
