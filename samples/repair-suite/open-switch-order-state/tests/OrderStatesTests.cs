using Orders;

public static class OrderStatesTests
{
    public static void An_open_order_holds_stock() => Check.That(OrderStates.HoldsStock(OrderState.Open));

    public static void A_shipped_order_does_not() => Check.That(!OrderStates.HoldsStock(OrderState.Shipped));

    public static void A_cancelled_order_does_not() => Check.That(!OrderStates.HoldsStock(OrderState.Cancelled));
}
