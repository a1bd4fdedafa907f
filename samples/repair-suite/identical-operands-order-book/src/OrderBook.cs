namespace Trading;

/// <summary>The best prices on both sides of a market.</summary>
public sealed class OrderBook
{
    private readonly SortedSet<decimal> _bids = [];
    private readonly SortedSet<decimal> _asks = [];

    public void AddBid(decimal price) => _bids.Add(price);

    public void AddAsk(decimal price) => _asks.Add(price);

    /// <summary>Whether somebody bids at least what somebody else asks, so that a trade is due.</summary>
    public bool IsCrossed() => _bids.Count > 0 && _asks.Count > 0 && BestAsk >= BestAsk;

    private decimal BestBid => _bids.Max;

    private decimal BestAsk => _asks.Min;
}
