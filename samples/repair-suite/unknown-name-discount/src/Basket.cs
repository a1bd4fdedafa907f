namespace Shop;

public sealed class Basket
{
    private readonly List<decimal> _prices = [];

    public void Add(decimal price) => _prices.Add(price);

    /// <summary>The sum, less a share in percent.</summary>
    public decimal Total(decimal discountPercent)
    {
        var sum = _prices.Sum();
        var discount = sum * discountPercent / 100;
        return sum - discout;
    }
}
