using Shop;

public static class CouponsTests
{
    private static readonly Coupon Spring = new() { Code = "SPRING", MinimumOrder = 50m };

    public static void No_coupon_cannot_be_used() => Check.That(!Coupons.CanUse(null!, 100m));

    public static void A_large_order_may_use_one() => Check.That(Coupons.CanUse(Spring, 50m));

    public static void A_small_order_may_not() => Check.That(!Coupons.CanUse(Spring, 49m));
}
