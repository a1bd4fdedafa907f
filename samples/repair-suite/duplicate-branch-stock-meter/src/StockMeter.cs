namespace Warehouse;

/// <summary>Counts what comes in and goes out of one bin.</summary>
public sealed class StockMeter
{
    public int Received { get; private set; }

    public int Shipped { get; private set; }

    public int LastChange { get; private set; }

    public void Record(int change)
    {
        if (change > 0)
        {
            Received++;
            LastChange = change;
        }
        else if (change < 0)
        {
            Received++;
            LastChange = change;
        }
    }
}
