using Parsing;

public static class DurationsTests
{
    public static void Minutes_are_read() => Check.Equal(TimeSpan.FromMinutes(15), Durations.Parse("15m"));

    public static void Hours_are_read() => Check.Equal(TimeSpan.FromHours(2), Durations.Parse("2h"));

    public static void Another_unit_gives_nothing() => Check.Equal(null, Durations.Parse("3w"));

    public static void No_number_gives_nothing()
    {
        Check.Equal(null, Durations.Parse("m"));
        Check.Equal(null, Durations.Parse("xm"));
    }
}
