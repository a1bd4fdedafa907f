#nullable disable
namespace Shop;

public sealed class Coupon
{
    public string Code { get; set; }

    public decimal MinimumOrder { get; set; }
}

public static class Coupons
{
    /// <summary>Whether a coupon can be used for an order; without a coupon there is nothing to use.</summary>
    public static bool CanUse(Coupon coupon, decimal order)
    {
        return coupon != null && coupon.MinimumOrder <= order;
    }
}
