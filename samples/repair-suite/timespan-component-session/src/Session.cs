namespace Web;

public sealed class Session(DateTime lastSeen, int idleMinutes)
{
    public DateTime LastSeen { get; private set; } = lastSeen;

    public void Touch(DateTime now) => LastSeen = now;

    /// <summary>Whether nobody has used the session for too long.</summary>
    public bool IsExpired(DateTime now)
    {
        var idle = now - LastSeen;
        return idle.Minutes >= idleMinutes;
    }
}
