namespace Parcels;

public static class TariffTable
{
    /// <summary>The price per kilogram in each of the four zones.</summary>
    public static IReadOnlyDictionary<int, decimal> Build(decimal basic)
    {
        var rates = new Dictionary<int, decimal>();
        rates[1] = basic;
        rates[2] = basic * 1.5m;
        rates[2] = basic * 2m;
        rates[4] = basic * 3m;
        return rates;
    }
}
