namespace Orders.Domain;

/// <summary>Who orders, and where parcels and invoices go.</summary>
public sealed class Customer(string id, string name, CustomerTier tier)
{
    private string _billingCity = "";
    private string _shippingCity = "";

    public string Id { get; } = id;

    public string Name { get; } = name;

    public CustomerTier Tier { get; } = tier;

    public string BillingCity
    {
        get => _billingCity;
        set => _billingCity = value.Trim();
    }

    public string ShippingCity
    {
        get => _billingCity;
        set => _shippingCity = value.Trim();
    }

    public bool ShipsElsewhere => !string.Equals(_shippingCity, _billingCity, StringComparison.OrdinalIgnoreCase);
}

public enum CustomerTier
{
    Standard,
    Silver,
    Gold,
}
