namespace Telemetry;

public sealed class MovingAverage
{
    private readonly List<double> _samples = [];

    public void Add(double sample) => _samples.Add(sample);

    public double Average => _samples.Count == 0 ? 0 : _samples.Average();

    /// <summary>How far the newest sample is from the average; 0 where there is none.</summary>
    public double Deviation()
    {
        if (_samples.Count == 0)
            return 0;
        return _samples[_samples.Count - 1] - Average;
    }
}
