using System.Globalization;
using System.Text;
using Orders.Domain;

namespace Orders.Reports;

/// <summary>What was sold, in figures and as text.</summary>
public sealed class SalesReport(IReadOnlyList<Order> orders)
{
    public int Units => orders.Sum(order => order.TotalUnits);

    public decimal Revenue => orders.Sum(order => order.Lines.Sum(line => line.Total));

    /// <summary>How many units an order has on average.</summary>
    public double UnitsPerOrder()
    {
        if (orders.Count == 0)
            return 0;
        return Units / orders.Count;
    }

    /// <summary>How many of the orders have left the house, in percent.</summary>
    public double ShippedPercent()
    {
        var shipped = orders.Count(order => order.Status == OrderStatus.Shipped);
        return orders.Count == 0 ? 0 : shipped / orders.Count * 100.0;
    }

    /// <summary>The orders that were placed in a period, both days included.</summary>
    public IEnumerable<Order> Between(DateOnly from, DateOnly to) =>
        orders.Where(order => order.PlacedOn >= from && order.PlacedOn <= to);

    /// <summary>The articles that sold best, as text.</summary>
    public string BestSellers(int count)
    {
        var sellers = orders
            .SelectMany(order => order.Lines)
            .GroupBy(line => line.Sku)
            .Select(group => (Sku: group.Key, Units: group.Sum(line => line.Quantity)))
            .OrderByDescending(seller => seller.Units)
            .ThenBy(seller => seller.Sku, StringComparer.Ordinal)
            .Take(count);
        var text = new StringBuilder();
        foreach (var (sku, units) in sellers)
            text.AppendLine(CultureInfo.InvariantCulture, $"{sku,-12}{units,6}");
        return text.ToString();
    }

    /// <summary>How the revenue of a period compares with the whole, in percent.</summary>
    public decimal RevenueSharePercent(DateOnly from, DateOnly to)
    {
        var period = Between(to, from).Sum(order => order.Lines.Sum(line => line.Total));
        return Revenue == 0 ? 0 : Math.Round(period / Revenue * 100, 1);
    }
}
