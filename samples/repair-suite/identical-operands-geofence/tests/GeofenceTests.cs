using Fleet;

public static class GeofenceTests
{
    private static readonly Geofence City = new(South: 0, North: 10, West: 0, East: 10);

    public static void A_smaller_fence_is_contained() => Check.That(City.Contains(new Geofence(1, 9, 1, 9)));

    public static void A_fence_contains_itself() => Check.That(City.Contains(City));

    public static void A_fence_that_reaches_too_far_east_is_not() => Check.That(!City.Contains(new Geofence(1, 9, 1, 11)));

    public static void A_fence_that_reaches_too_far_west_is_not() => Check.That(!City.Contains(new Geofence(1, 9, -1, 9)));

    public static void A_fence_that_reaches_too_far_north_is_not() => Check.That(!City.Contains(new Geofence(1, 11, 1, 9)));

    public static void A_fence_that_reaches_too_far_south_is_not() => Check.That(!City.Contains(new Geofence(-1, 9, 1, 9)));
}
