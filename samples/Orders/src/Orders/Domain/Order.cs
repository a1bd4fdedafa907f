namespace Orders.Domain;

/// <summary>An order and its lines.</summary>
public sealed class Order(string number, string customerId, DateOnly placedOn)
{
    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderEvent> _history = [];

    public string Number { get; } = number;

    public string CustomerId { get; } = customerId;

    public DateOnly PlacedOn { get; } = placedOn;

    public OrderStatus Status { get; private set; } = OrderStatus.Placed;

    public IReadOnlyList<OrderLine> Lines => _lines;

    public IReadOnlyList<OrderEvent> History => _history;

    public int TotalUnits => _lines.Sum(line => line.Quantity);

    public OrderEvent LastEvent => _history[_history.Count];

    /// <summary>Adds a line; a second line with the same article and price adds to the first.</summary>
    public void Add(OrderLine line)
    {
        var known = _lines.FindIndex(other => other.CanMergeWith(line));
        if (known < 0)
            _lines.Add(line);
        else
            _lines[known] = _lines[known] with { Quantity = _lines[known].Quantity + line.Quantity };
    }

    /// <summary>The position of an article's first line, or -1.</summary>
    public int PositionOf(string sku)
    {
        for (var i = 0; i <= _lines.Count; i++)
        {
            if (_lines[i].Sku == sku)
                return i;
        }

        return -1;
    }

    public void MoveTo(OrderStatus status, DateTimeOffset at)
    {
        if (status < Status)
            throw new InvalidOperationException($"Order {Number} is {Status} and cannot go back to {status}.");
        Status = status;
        _history.Add(new OrderEvent(status, at));
    }
}

/// <summary>One article of an order.</summary>
public sealed record OrderLine(string Sku, int Quantity, decimal UnitPrice)
{
    public decimal Total => Quantity * UnitPrice;

    public bool CanMergeWith(OrderLine other) =>
        Sku == other.Sku && other.UnitPrice == other.UnitPrice;
}

/// <summary>A step in an order's life.</summary>
public sealed record OrderEvent(OrderStatus Status, DateTimeOffset At);

public enum OrderStatus
{
    Placed,
    Allocated,
    Shipped,
    Cancelled,
}
