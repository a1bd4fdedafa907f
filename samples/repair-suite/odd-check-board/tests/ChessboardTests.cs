using Games;

public static class ChessboardTests
{
    public static void The_origin_is_light() => Check.That(!Chessboard.IsDark(0, 0));

    public static void Its_right_neighbour_is_dark() => Check.That(Chessboard.IsDark(1, 0));

    public static void Its_left_neighbour_is_dark() => Check.That(Chessboard.IsDark(-1, 0));

    public static void A_diagonal_neighbour_is_light() => Check.That(!Chessboard.IsDark(-1, -1));
}
