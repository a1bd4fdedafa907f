using Warehouse;

public static class AvailabilityTests
{
    public static void What_is_on_its_way_is_added()
    {
        var availability = new Availability();
        availability.Count("A-1", 5);
        Check.Equal(8, availability.Of("A-1", 3));
    }

    public static void An_unknown_article_is_only_on_its_way() => Check.Equal(3, new Availability().Of("A-1", 3));
}
