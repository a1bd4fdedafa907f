namespace Chat;

public interface IMember
{
    Task SendAsync(string message);
}

public sealed class Room
{
    private readonly List<IMember> _members = [];

    public int Messages { get; private set; }

    public void Join(IMember member) => _members.Add(member);

    /// <summary>Sends a message to all members, one after the other, and counts it once all have got it.</summary>
    public async Task SayAsync(string message)
    {
        await Task.Yield();
        foreach (var member in _members)
            await member.SendAsync(message);
        Messages++;
    }
}
