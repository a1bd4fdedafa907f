using Orders.Domain;

namespace Orders.Pricing;

/// <summary>What an order costs.</summary>
public sealed class PriceCalculator(ShippingRates rates, IReadOnlyDictionary<string, Product> catalog)
{
    private const int UnitsForVolumeDiscount = 20;

    public PriceQuote Quote(Order order, Customer customer)
    {
        var goods = order.Lines.Sum(line => line.Total);
        var discount = Math.Round(goods * DiscountRate(order, customer), 2, MidpointRounding.AwayFromZero);
        var grams = order.Lines.Sum(line => line.Quantity * catalog[line.Sku].Grams);
        return new PriceQuote(goods, discount, rates.For(grams));
    }

    /// <summary>The part of the goods' price that the customer does not pay, from 0 to 1.</summary>
    public static decimal DiscountRate(Order order, Customer customer)
    {
        var tier = customer.Tier switch
        {
            CustomerTier.Gold => 0.10m,
            CustomerTier.Silver => 0.05m,
            _ => 0m,
        };
        var volume = order.TotalUnits >= UnitsForVolumeDiscount ? 0.03m : 0m;
        return tier + volume;
    }

    /// <summary>The better of two quotes for the same goods; of two that cost the same, the one that ships for less.</summary>
    public static PriceQuote Better(PriceQuote first, PriceQuote second)
    {
        if (first.Total == second.Total)
            return first.Shipping <= second.Shipping ? first : second;
        return first.Total < second.Total ? first : second;
    }
}

/// <summary>The parts of a price.</summary>
public sealed record PriceQuote(decimal Goods, decimal Discount, decimal Shipping)
{
    public decimal Total => Goods - Discount + Shipping;
}
