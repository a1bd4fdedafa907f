using Heating;

public static class ThermostatTests
{
    public static void A_detached_display_shows_no_more_changes()
    {
        var (thermostat, display) = (new Thermostat(), new Display());
        display.Attach(thermostat);
        thermostat.Set(20);
        display.Detach(thermostat);
        thermostat.Set(25);
        Check.Equal(20.0, display.Shown);
    }

    public static void An_attached_display_shows_them()
    {
        var (thermostat, display) = (new Thermostat(), new Display());
        display.Attach(thermostat);
        thermostat.Set(21);
        Check.Equal(21.0, display.Shown);
    }
}
