namespace Cinema;

/// <summary>Reservations of one showing; the gate is shared with the cash desk.</summary>
public sealed class Reservations(object gate, int seats)
{
    private readonly object _gate = gate;
    private int _free = seats;

    public int Free => _free;

    public bool TryBook(int count)
    {
        Monitor.Enter(_gate);
        if (count > _free)
            return false;
        _free -= count;
        Monitor.Exit(_gate);
        return true;
    }
}
