using Telemetry;

public static class SensorTests
{
    public static void A_handler_may_leave_while_the_sensor_triggers()
    {
        Sensor? sensor = null;
        var heard = 0;
        void OnTriggered(object? sender, EventArgs e) => heard++;
        sensor = new Sensor(_ => sensor!.Triggered -= OnTriggered);
        sensor.Triggered += OnTriggered;
        sensor.Trigger();
        Check.Equal(1, sensor.Count);
        Check.Equal(0, heard);
    }

    public static void A_handler_hears_of_it()
    {
        var log = new List<string>();
        var sensor = new Sensor(log.Add);
        object? heardFrom = null;
        sensor.Triggered += (sender, _) => heardFrom = sender;
        sensor.Trigger();
        Check.That(ReferenceEquals(sensor, heardFrom));
        Check.Equal("triggered", string.Join(',', log));
    }

    public static void Without_handlers_it_only_counts()
    {
        var log = new List<string>();
        var sensor = new Sensor(log.Add);
        sensor.Trigger();
        Check.Equal(1, sensor.Count);
        Check.Equal(0, log.Count);
    }
}
