using Calendar;

public static class WorldClockTests
{
    public static void The_difference_of_two_clocks_is_that_of_their_offsets() =>
        Check.Equal(7, WorldClock.Difference(new WorldClock(9), new WorldClock(2)));

    public static void A_clock_shows_its_time() =>
        Check.Equal(new DateTime(2024, 1, 1, 9, 0, 0), new WorldClock(9).Show(new DateTime(2024, 1, 1)));
}
