namespace Shipping;

/// <summary>What the customer typed into the form.</summary>
public sealed record DeliveryForm(string Recipient, string Street, string City);

public sealed class Delivery
{
    public string Recipient { get; private set; } = "";

    public string Street { get; private set; } = "";

    public string City { get; private set; } = "";

    public void Fill(DeliveryForm form)
    {
        Recipient = form.Recipient;
        Street = form.Street;
        City = form.Street;
    }
}
