using Shop;

public static class BasketTests
{
    public static void The_discount_is_taken_off()
    {
        var basket = new Basket();
        basket.Add(60m);
        basket.Add(40m);
        Check.Equal(90m, basket.Total(10m));
    }

    public static void Without_discount_the_sum_is_due()
    {
        var basket = new Basket();
        basket.Add(60m);
        Check.Equal(60m, basket.Total(0m));
    }
}
