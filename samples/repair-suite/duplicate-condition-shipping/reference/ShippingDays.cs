namespace Shipping;

public enum Service
{
    Economy,
    Express,
    Overnight,
}

public static class ShippingDays
{
    /// <summary>How many working days a parcel takes.</summary>
    public static int For(Service service, bool isAbroad)
    {
        if (service == Service.Express)
            return isAbroad ? 4 : 2;
        else if (service == Service.Overnight)
            return isAbroad ? 2 : 1;
        else
            return isAbroad ? 14 : 5;
    }
}
