using Shipping;

public static class ShippingDaysTests
{
    public static void Overnight_takes_a_day() => Check.Equal(1, ShippingDays.For(Service.Overnight, isAbroad: false));

    public static void Overnight_takes_two_days_abroad() => Check.Equal(2, ShippingDays.For(Service.Overnight, isAbroad: true));

    public static void Express_takes_two_days() => Check.Equal(2, ShippingDays.For(Service.Express, isAbroad: false));

    public static void Express_takes_four_days_abroad() => Check.Equal(4, ShippingDays.For(Service.Express, isAbroad: true));

    public static void Economy_takes_five_days() => Check.Equal(5, ShippingDays.For(Service.Economy, isAbroad: false));

    public static void Economy_takes_two_weeks_abroad() => Check.Equal(14, ShippingDays.For(Service.Economy, isAbroad: true));
}
