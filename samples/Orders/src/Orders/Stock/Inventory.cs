using Orders.Domain;

namespace Orders.Stock;

/// <summary>The stock of all warehouses.</summary>
public sealed class Inventory
{
    private readonly Dictionary<(string Warehouse, string Sku), StockItem> _items = [];

    public IEnumerable<StockItem> Items => _items.Values;

    public StockItem Register(string warehouse, string sku, int onHand)
    {
        var item = new StockItem(sku, warehouse, onHand);
        _items.Add((warehouse, sku), item);
        return item;
    }

    /// <summary>An article's stock in a warehouse, or null where the warehouse does not keep it.</summary>
    public StockItem? Find(string warehouse, string sku) => _items.GetValueOrDefault((warehouse, sku));

    /// <summary>Reserves every line of an order in the first warehouse that has all of it; null where none has.</summary>
    public string? Allocate(Order order)
    {
        foreach (var warehouse in _items.Keys.Select(key => key.Warehouse).Distinct())
        {
            if (!order.Lines.All(line => Find(warehouse, line.Sku)?.Available >= line.Quantity))
                continue;
            foreach (var line in order.Lines)
                Find(warehouse, line.Sku)!.Reserve(line.Quantity);
            return warehouse;
        }

        return null;
    }

    /// <summary>Takes an order's reserved lines out of a warehouse.</summary>
    public void Ship(Order order, string warehouse)
    {
        foreach (var line in order.Lines)
            Find(warehouse, line.Sku)?.Ship(line.Quantity);
    }

    /// <summary>Gives back what an order had reserved.</summary>
    public void Release(string warehouse, string sku, int quantity)
    {
        var item = Find(sku, warehouse);
        item?.Release(quantity);
    }

    /// <summary>Moves units of an article from one warehouse to another.</summary>
    public void Transfer(string sku, string source, string target, int quantity)
    {
        var from = Find(source, sku);
        if (from is null || from.Available < quantity)
            throw new InvalidOperationException($"{source} cannot give {quantity} of {sku}.");
        from.Reserve(quantity);
        from.Ship(quantity);
        (Find(target, sku) ?? Register(target, sku, 0)).Receive(quantity);
    }

    /// <summary>Fills a warehouse up to its reorder level from a reserve warehouse.</summary>
    public int Replenish(string target, string source)
    {
        var moved = 0;
        foreach (var item in _items.Values.Where(item => item.Warehouse == target && item.MustReorder).ToList())
        {
            var quantity = Math.Min(item.ReorderQuantity, Find(source, item.Sku)?.Available ?? 0);
            if (quantity == 0)
                continue;
            Transfer(item.Sku, target, source, quantity);
            moved += quantity;
        }

        return moved;
    }
}
