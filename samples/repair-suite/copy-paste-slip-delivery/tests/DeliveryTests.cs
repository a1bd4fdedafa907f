using Shipping;

public static class DeliveryTests
{
    public static void Every_field_is_taken_over()
    {
        var delivery = new Delivery();
        delivery.Fill(new DeliveryForm("Ann", "Main St 1", "Springfield"));
        Check.Equal("Ann", delivery.Recipient);
        Check.Equal("Main St 1", delivery.Street);
        Check.Equal("Springfield", delivery.City);
    }
}
