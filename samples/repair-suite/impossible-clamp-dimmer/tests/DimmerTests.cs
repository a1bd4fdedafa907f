using Lighting;

public static class DimmerTests
{
    public static void A_value_in_the_range_is_taken() => Check.Equal(40, Set(40));

    public static void Too_much_is_full() => Check.Equal(100, Set(140));

    public static void Too_little_is_off() => Check.Equal(0, Set(-5));

    private static int Set(int percent)
    {
        var dimmer = new Dimmer();
        dimmer.Set(percent);
        return dimmer.Percent;
    }
}
