namespace Orders;

public enum OrderState
{
    Open,
    Shipped,
    Cancelled,
}

public static class OrderStates
{
    /// <summary>Whether an order in this state still holds stock back: only an open one does.</summary>
    public static bool HoldsStock(OrderState state) => state switch
    {
        OrderState.Open => true,
        OrderState.Shipped => false,
    };
}
