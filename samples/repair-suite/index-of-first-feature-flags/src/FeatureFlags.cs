namespace Features;

public sealed class FeatureFlags(IEnumerable<string> enabled)
{
    private readonly List<string> _enabled = [.. enabled];

    /// <summary>Whether a feature is switched on.</summary>
    public bool IsOn(string feature) => _enabled.IndexOf(feature) > 0;

    public int Count => _enabled.Count;
}
