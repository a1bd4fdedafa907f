namespace Telemetry;

public sealed class Sensor(Action<string> log)
{
    public event EventHandler? Triggered;

    public int Count { get; private set; }

    public void Trigger()
    {
        Count++;
        if (Triggered != null)
        {
            log("triggered");
            Triggered(this, EventArgs.Empty);
        }
    }
}
