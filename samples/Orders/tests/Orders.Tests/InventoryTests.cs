using Orders.Domain;
using Orders.Stock;

namespace Orders.Tests;

public sealed class InventoryTests
{
    [Fact]
    public void An_order_is_allocated_where_all_of_it_is()
    {
        var inventory = new Inventory();
        inventory.Register("NORTH", "PEN", 5);
        inventory.Register("SOUTH", "PEN", 50);

        Assert.Equal("SOUTH", inventory.Allocate(Samples.Order(new OrderLine("PEN", 20, 1.50m))));
        Assert.Equal(30, inventory.Find("SOUTH", "PEN")?.Available);
    }

    [Fact]
    public void A_transfer_moves_units()
    {
        var inventory = new Inventory();
        inventory.Register("NORTH", "PEN", 5);
        inventory.Transfer("PEN", "NORTH", "SOUTH", 2);

        Assert.Equal(3, inventory.Find("NORTH", "PEN")?.OnHand);
        Assert.Equal(2, inventory.Find("SOUTH", "PEN")?.OnHand);
    }

    [Fact]
    public void More_than_there_is_cannot_be_reserved() =>
        Assert.Throws<InvalidOperationException>(() => new StockItem("PEN", "NORTH", 5).Reserve(6));
}
