using Parcels;

public static class TariffTableTests
{
    public static void Every_zone_has_its_rate()
    {
        var rates = TariffTable.Build(2m);
        Check.Equal(4, rates.Count);
        Check.Equal(2m, rates[1]);
        Check.Equal(3m, rates[2]);
        Check.Equal(4m, rates[3]);
        Check.Equal(6m, rates[4]);
    }
}
