namespace Caching;

public sealed class CacheLimits
{
    private int _capacity = 100;
    private int _entrySize = 1024;

    /// <summary>How many entries are kept.</summary>
    public int Capacity
    {
        get { return _capacity; }
        set { _capacity = value; }
    }

    /// <summary>How many bytes an entry may have.</summary>
    public int EntrySize
    {
        get { return _entrySize; }
        set { _entrySize = value; }
    }
}
