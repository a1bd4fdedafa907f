namespace Heating;

public sealed class Thermostat
{
    public event Action<double>? Changed;

    public void Set(double degrees) => Changed?.Invoke(degrees);
}

public sealed class Display
{
    public double Shown { get; private set; }

    public void Attach(Thermostat thermostat) => thermostat.Changed += Show;

    public void Detach(Thermostat thermostat) => thermostat.Changed -= Show;

    private void Show(double degrees) => Shown = degrees;
}
