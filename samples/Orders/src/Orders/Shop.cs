using Orders.Domain;
using Orders.Parsing;
using Orders.Pricing;
using Orders.Reports;
using Orders.Stock;
using Orders.Storage;

namespace Orders;

/// <summary>The program's one run: read, price, allocate, ship, store, report.</summary>
public static class Shop
{
    private static readonly Dictionary<string, Product> Catalog = new Product[]
    {
        new("PEN-BLUE", "Ballpoint pen, blue", 1.20m, 12),
        new("PAPER-A4", "Paper A4, 500 sheets", 5.40m, 2_500),
        new("STAPLER", "Stapler", 8.75m, 310),
        new("CLIPS-100", "Paper clips, 100", 0.95m, 60),
    }.ToDictionary(product => product.Sku);

    private static readonly Dictionary<string, Customer> Customers = new Customer[]
    {
        new("C-001", "Lotus Office", CustomerTier.Gold) { BillingCity = "Hangzhou", ShippingCity = "Hangzhou" },
        new("C-002", "Nordlicht GmbH", CustomerTier.Silver) { BillingCity = "Kiel", ShippingCity = "Kiel" },
        new("C-003", "Ada Byron", CustomerTier.Standard) { BillingCity = "London", ShippingCity = "London" },
    }.ToDictionary(customer => customer.Id);

    private static readonly string[] Example =
    [
        "# number,customer,date,sku,quantity",
        "A-1001,C-001,2026-03-02,PEN-BLUE,40",
        "A-1001,C-001,2026-03-02,PAPER-A4,2",
        "A-1002,C-002,2026-03-02,STAPLER,2",
        "A-1003,C-003,2026-03-03,CLIPS-100,10 pcs",
        "A-1003,C-003,2026-03-03,PEN-BLUE,5",
        "A-1004,C-001,2026-03-04,STAPLER,500",
    ];

    /// <summary>Processes a file's orders, or the example's; returns the exit code.</summary>
    public static async Task<int> RunAsync(string? file, TextWriter output, TextWriter error)
    {
        IReadOnlyList<Order> orders;
        try
        {
            var lines = file is null ? Example : await File.ReadAllLinesAsync(file);
            orders = new OrderParser(Catalog).ParseAll(lines);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("orders-");
        try
        {
            await ProcessAsync(orders, new OrderStore(folder.FullName), output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task ProcessAsync(IReadOnlyList<Order> orders, OrderStore store, TextWriter output)
    {
        var inventory = Stocked();
        var prices = new PriceCalculator(new ShippingRates(), Catalog);
        int[] widths = [8, 16, 7, 12, 12];
        await output.WriteLineAsync(ReportWriter.Row(["Order", "Customer", "Units", "Total", "From"], widths));
        foreach (var order in orders)
        {
            if (!Customers.TryGetValue(order.CustomerId, out var customer))
            {
                await output.WriteLineAsync($"{order.Number}: unknown customer {order.CustomerId}");
                continue;
            }

            var warehouse = inventory.Allocate(order);
            if (warehouse is not null)
            {
                order.MoveTo(OrderStatus.Allocated, DateTimeOffset.UnixEpoch);
                inventory.Ship(order, warehouse);
                order.MoveTo(OrderStatus.Shipped, DateTimeOffset.UnixEpoch);
            }

            await store.SaveAsync(order);
            var total = prices.Quote(order, customer).Total;
            await output.WriteLineAsync(ReportWriter.Row(
                [order.Number, customer.Name, $"{order.TotalUnits}", $"{total:0.00}", warehouse ?? "(back order)"],
                widths));
        }

        var report = new SalesReport(orders);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{store.Numbers().Count} orders stored, revenue {report.Revenue:0.00}");
        await output.WriteLineAsync("Best sellers:");
        await output.WriteAsync(report.BestSellers(3));
    }

    private static Inventory Stocked()
    {
        var inventory = new Inventory();
        foreach (var sku in Catalog.Keys)
        {
            inventory.Register("NORTH", sku, 60);
            inventory.Register("SOUTH", sku, 200);
        }

        return inventory;
    }
}
