namespace Archive;

public static class Retention
{
    public static readonly TimeSpan Limit = TimeSpan.FromDays(Days);

    public static readonly int Days = 90;

    /// <summary>Whether a record is old enough to be deleted.</summary>
    public static bool IsExpired(DateTime written, DateTime now) => now - written > Limit;
}
