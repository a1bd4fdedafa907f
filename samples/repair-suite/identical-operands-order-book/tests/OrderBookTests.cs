using Trading;

public static class OrderBookTests
{
    public static void A_bid_above_the_ask_crosses_the_book() => Check.That(Book(bid: 101m, ask: 100m).IsCrossed());

    public static void A_bid_at_the_ask_crosses_the_book() => Check.That(Book(bid: 100m, ask: 100m).IsCrossed());

    public static void A_bid_below_the_ask_does_not() => Check.That(!Book(bid: 99m, ask: 100m).IsCrossed());

    public static void An_empty_side_does_not() => Check.That(!new OrderBook().IsCrossed());

    private static OrderBook Book(decimal bid, decimal ask)
    {
        var book = new OrderBook();
        book.AddBid(bid);
        book.AddAsk(ask);
        return book;
    }
}
