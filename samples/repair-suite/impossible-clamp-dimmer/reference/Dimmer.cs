namespace Lighting;

public sealed class Dimmer
{
    public int Percent { get; private set; }

    /// <summary>Dims the lamp; what is beyond the range becomes its nearest end.</summary>
    public void Set(int percent) => Percent = Math.Min(Math.Max(percent, 0), 100);
}
