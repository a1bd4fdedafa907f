using Cinema;

public static class SeatMapTests
{
    public static void All_seats_of_an_empty_hall_are_free() => Check.Equal(6, new SeatMap(2, 3).CountFree());

    public static void Taken_seats_are_not()
    {
        var map = new SeatMap(2, 3);
        map.Take(0, 2);
        map.Take(1, 0);
        Check.Equal(4, map.CountFree());
    }

    public static void A_hall_without_rows_has_none() => Check.Equal(0, new SeatMap(0, 3).CountFree());
}
