namespace Calendar;

public sealed class WorldClock(int offset)
{
    public int Offset { get; } = offset;

    public DateTime Show(DateTime utc) => utc.AddHours(Offset);

    /// <summary>By how many hours the first clock is ahead of the second.</summary>
    public static int Difference(WorldClock first, WorldClock second)
    {
        return first.Offset - Offset;
    }
}
