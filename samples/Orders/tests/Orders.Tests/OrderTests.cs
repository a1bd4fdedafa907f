using Orders.Domain;

namespace Orders.Tests;

public sealed class OrderTests
{
    [Fact]
    public void Lines_of_the_same_article_and_price_are_merged()
    {
        var order = Samples.Order(new OrderLine("PEN", 2, 1.50m), new OrderLine("PEN", 3, 1.50m));

        Assert.Equal(5, Assert.Single(order.Lines).Quantity);
    }

    [Fact]
    public void An_article_is_found_by_its_number()
    {
        var order = Samples.Order(new OrderLine("PEN", 2, 1.50m), new OrderLine("PAPER", 1, 5.00m));

        Assert.Equal(1, order.PositionOf("PAPER"));
    }

    [Fact]
    public void A_shipped_order_does_not_go_back()
    {
        var order = Samples.Order();
        order.MoveTo(OrderStatus.Shipped, DateTimeOffset.UnixEpoch);

        Assert.Throws<InvalidOperationException>(() => order.MoveTo(OrderStatus.Allocated, DateTimeOffset.UnixEpoch));
        Assert.Single(order.History);
    }
}
