namespace Fleet;

/// <summary>A rectangle on the map that a vehicle must not leave.</summary>
public sealed record Geofence(double South, double North, double West, double East)
{
    public bool IsDegenerate => South == North || West == East;

    /// <summary>Whether another fence lies wholly inside this one.</summary>
    public bool Contains(Geofence other) =>
        South <= other.South && North >= other.North && West <= other.West && East >= other.East;
}
