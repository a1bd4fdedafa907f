using Orders.Domain;
using Orders.Parsing;

namespace Orders.Tests;

public sealed class OrderParserTests
{
    private static readonly OrderParser Parser = new(Samples.Catalog);

    [Fact]
    public void Lines_of_one_number_are_one_order()
    {
        var orders = Parser.ParseAll(["A-1,C-1,2026-01-05,PEN,3", "A-2,C-1,2026-01-05,PEN,1", "A-1,C-1,2026-01-05,PAPER,2"]);

        Assert.Equal(["A-1", "A-2"], orders.Select(order => order.Number));
        Assert.Equal(5, orders[0].TotalUnits);
    }

    [Fact]
    public void Comments_and_blank_lines_are_skipped() =>
        Assert.Empty(Parser.ParseAll(["# number,customer,date,sku,quantity", "", "   "]));

    [Fact]
    public void The_price_comes_from_the_catalogue() =>
        Assert.Equal(new OrderLine("PEN", 3, 1.50m), Parser.ParseAll(["A-1,C-1,2026-01-05,PEN,3"])[0].Lines[0]);

    [Theory]
    [InlineData("A-1,C-1,2026-01-05,PEN")]
    [InlineData("A-1,C-1,05.01.2026,PEN,3")]
    [InlineData("A-1,C-1,2026-01-05,UNKNOWN,3")]
    [InlineData("A-1,C-1,2026-01-05,PEN,three")]
    public void A_bad_line_is_named(string line)
    {
        var exception = Assert.Throws<InvalidDataException>(() => Parser.ParseAll(["# heading", line]));

        Assert.Contains("Line 2", exception.Message);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12 pcs", 12)]
    public void A_quantity_may_have_a_unit(string text, int quantity) =>
        Assert.Equal(quantity, OrderParser.ParseQuantity(text));
}
