using Orders.Domain;

namespace Orders.Tests;

internal static class Samples
{
    public static IReadOnlyDictionary<string, Product> Catalog { get; } = new Product[]
    {
        new("PEN", "Pen", 1.50m, 10),
        new("PAPER", "Paper", 5.00m, 2_500),
    }.ToDictionary(product => product.Sku);

    public static Order Order(params OrderLine[] lines)
    {
        var order = new Order("A-1", "C-1", new DateOnly(2026, 1, 5));
        foreach (var line in lines)
            order.Add(line);
        return order;
    }
}
