namespace Trading;

public sealed class PriceFeed(Func<decimal> quote)
{
    private decimal _last;
    private int _reads;

    public int Reads => _reads;

    /// <summary>Asks for the price and remembers it.</summary>
    public decimal Refresh()
    {
        lock (this)
        {
            _last = quote();
            _reads++;
            return _last;
        }
    }
}
