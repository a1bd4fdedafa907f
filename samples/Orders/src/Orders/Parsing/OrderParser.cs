using System.Globalization;
using Orders.Domain;

namespace Orders.Parsing;

/// <summary>Reads orders from lines of the form <c>number,customer,date,sku,quantity</c>.</summary>
public sealed class OrderParser(IReadOnlyDictionary<string, Product> catalog)
{
    private const int FieldCount = 5;

    /// <summary>The orders of the lines, in the order of their first line. Blank lines and lines with # are skipped.</summary>
    public IReadOnlyList<Order> ParseAll(IEnumerable<string> lines)
    {
        var orders = new Dictionary<string, Order>(StringComparer.OrdinalIgnoreCase);
        var lineNumber = 0;
        foreach (var line in lines)
        {
            lineNumber++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            try
            {
                ParseLine(line, orders);
            }
            catch (Exception exception)
            {
                throw new InvalidDataException($"Line {lineNumber}: {exception.Message}");
            }
        }

        return [.. orders.Values];
    }

    /// <summary>The quantity that a customer wrote, such as <c>12</c> or <c>12 pcs</c>.</summary>
    public static int ParseQuantity(string text)
    {
        var number = text.Split(' ', 2)[0];
        try
        {
            return int.Parse(number, NumberStyles.Integer, CultureInfo.InvariantCulture);
        }
        catch (Exception exception)
        {
            throw new FormatException("'" + text + "' is no quantity: " + exception.Message);
        }
    }

    private void ParseLine(string line, Dictionary<string, Order> orders)
    {
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        if (fields.Length != FieldCount)
            throw new FormatException($"{FieldCount} fields were expected, {fields.Length} found.");
        var number = fields[0];
        var placedOn = DateOnly.ParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sku = fields[3];
        if (!catalog.TryGetValue(sku, out var product))
            throw new FormatException($"The catalogue has no article '{sku}'.");

        if (!orders.TryGetValue(number, out var order))
            orders[number] = order = new Order(number, fields[1], placedOn);
        order.Add(new OrderLine(sku, ParseQuantity(fields[4]), product.UnitPrice));
    }
}
