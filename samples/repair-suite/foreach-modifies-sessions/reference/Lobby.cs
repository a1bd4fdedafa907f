namespace Games;

public sealed record Guest(string Name, int IdleMinutes);

public sealed class Lobby
{
    private readonly List<Guest> _guests = [];

    public IEnumerable<string> Names => _guests.Select(guest => guest.Name);

    public void Enter(string name, int idleMinutes) => _guests.Add(new Guest(name, idleMinutes));

    /// <summary>Sends away who has been idle for too long.</summary>
    public void SendAway(int limit)
    {
        foreach (var guest in _guests.ToList())
        {
            if (guest.IdleMinutes >= limit)
                _guests.Remove(guest);
        }
    }
}
