namespace Billing;

public sealed record InvoiceLine(string Article, int Quantity, decimal UnitPrice, decimal Discount)
{
    /// <summary>What the customer pays; the discount is granted from ten pieces on.</summary>
    public decimal Amount
    {
        get
        {
            var gross = Quantity * UnitPrice;
            return Quantity >= 10 ? gross - Discount : gross;
        }
    }
}
