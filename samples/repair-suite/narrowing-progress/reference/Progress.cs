namespace Downloads;

public sealed class Progress(long total)
{
    private long _received;

    public void Add(long bytes) => _received += bytes;

    /// <summary>What has been received, in percent.</summary>
    public int Percent
    {
        get
        {
            if (total == 0)
                return 100;
            return (int)(_received * 100 / total);
        }
    }
}
