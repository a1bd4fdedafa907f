namespace Orders.Stock;

/// <summary>How much of an article a warehouse has, and when it must buy more.</summary>
public sealed class StockItem(string sku, string warehouse, int onHand)
{
    private int _onHand = onHand;
    private int _reserved;
    private int _reorderLevel = 10;
    private int _reorderQuantity = 50;

    public string Sku { get; } = sku;

    public string Warehouse { get; } = warehouse;

    public int OnHand => _onHand;

    public int Available => _onHand - _reserved;

    /// <summary>Below this many available units more are bought.</summary>
    public int ReorderLevel
    {
        get { return _reorderLevel; }
        set { _reorderLevel = value; }
    }

    /// <summary>How many units are bought at once.</summary>
    public int ReorderQuantity
    {
        get { return _reorderQuantity; }
        set { _reorderLevel = value; }
    }

    public bool MustReorder => Available < _reorderLevel;

    public void Reserve(int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        if (quantity > Available)
            throw new InvalidOperationException($"{Warehouse} has {Available} of {Sku}, not {quantity}.");
        _reserved += quantity;
    }

    public void Release(int quantity) => _reserved = Math.Max(0, _reserved - quantity);

    public void Receive(int quantity) => _onHand += quantity;

    public void Ship(int quantity)
    {
        _reserved -= quantity;
        _onHand -= quantity;
    }
}
