using Geography;

public static class CountryTests
{
    public static void A_country_is_found_under_another_spelling()
    {
        var population = new Dictionary<Country, int> { [new Country("DE", "Germany")] = 84 };
        Check.Equal(84, population.GetValueOrDefault(new Country("DE", "Deutschland")));
    }

    public static void Another_country_is_not()
    {
        var population = new Dictionary<Country, int> { [new Country("DE", "Germany")] = 84 };
        Check.That(!population.ContainsKey(new Country("FR", "Germany")));
        Check.That(new Country("FR", "France").GetHashCode() != new Country("DE", "France").GetHashCode());
    }
}
