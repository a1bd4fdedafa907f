namespace Billing;

public sealed record Plan(string Name, int Seats);

public static class Subscriptions
{
    /// <summary>Whether a customer may add one more user.</summary>
    public static bool CanAddUser(Plan? plan, int users) => plan != null & users < plan!.Seats;
}
