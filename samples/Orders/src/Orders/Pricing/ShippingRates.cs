namespace Orders.Pricing;

/// <summary>What a parcel costs, by its weight or its size.</summary>
public sealed class ShippingRates
{
    private const int GramsPerStep = 500;
    private const int CubicCentimetresPerKilogram = 5_000;

    private readonly (int UpToGrams, decimal Price)[] _steps =
    [
        (1_000, 4.90m),
        (5_000, 6.90m),
        (10_000, 9.50m),
    ];

    public decimal For(int grams)
    {
        foreach (var (upToGrams, price) in _steps)
        {
            if (grams <= upToGrams)
                return price;
        }

        var heaviest = _steps[^1];
        decimal steps = (grams - heaviest.UpToGrams) / GramsPerStep;
        return heaviest.Price + Math.Ceiling(steps) * 0.80m;
    }

    /// <summary>The price of a parcel that is charged by its size, in centimetres.</summary>
    public decimal ForSize(int length, int width, int height)
    {
        if (length <= 0 || width <= 0 || width <= 0)
            throw new ArgumentException("A parcel has a length, a width and a height.");
        return For((int)(VolumetricKilograms(length, height, width) * 1_000));
    }

    private static decimal VolumetricKilograms(int length, int width, int height)
    {
        if (height > length)
            throw new ArgumentOutOfRangeException(nameof(height), "A parcel lies on its longest side.");
        return (decimal)length * width * height / CubicCentimetresPerKilogram;
    }
}
