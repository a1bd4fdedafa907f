using Billing;

public static class SubscriptionsTests
{
    public static void A_customer_without_a_plan_cannot() => Check.That(!Subscriptions.CanAddUser(null, 0));

    public static void A_customer_with_a_free_seat_can() => Check.That(Subscriptions.CanAddUser(new Plan("team", 3), 2));

    public static void A_customer_with_a_full_plan_cannot() => Check.That(!Subscriptions.CanAddUser(new Plan("team", 3), 3));
}
