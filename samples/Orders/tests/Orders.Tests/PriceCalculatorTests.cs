using Orders.Domain;
using Orders.Pricing;

namespace Orders.Tests;

public sealed class PriceCalculatorTests
{
    private static readonly PriceCalculator Prices = new(new ShippingRates(), Samples.Catalog);

    [Fact]
    public void A_standard_customer_pays_goods_and_shipping()
    {
        var quote = Prices.Quote(Samples.Order(new OrderLine("PEN", 2, 1.50m)), new Customer("C-1", "Ada", CustomerTier.Standard));

        Assert.Equal(new PriceQuote(3.00m, 0m, 4.90m), quote);
    }

    [Fact]
    public void Tier_and_volume_discounts_add_up() =>
        Assert.Equal(0.13m, PriceCalculator.DiscountRate(
            Samples.Order(new OrderLine("PEN", 20, 1.50m)),
            new Customer("C-1", "Ada", CustomerTier.Gold)));

    [Theory]
    [InlineData(1_000, 4.90)]
    [InlineData(1_001, 6.90)]
    [InlineData(11_000, 11.10)]
    public void Shipping_goes_by_weight(int grams, decimal price) =>
        Assert.Equal(price, new ShippingRates().For(grams));

    [Fact]
    public void A_cube_of_twenty_centimetres_ships_as_two_kilograms() =>
        Assert.Equal(6.90m, new ShippingRates().ForSize(20, 20, 20));
}
