using Shop;

public static class CheckoutTests
{
    public static async Task A_refused_card_pays_nothing()
    {
        var terminal = new Terminal(Task.FromException(new InvalidOperationException("refused")));
        var checkout = new Checkout(terminal);
        await Check.ThrowsAsync<InvalidOperationException>(() => checkout.PayAsync(9m));
        Check.That(!checkout.IsPaid);
        Check.Equal(0, terminal.Receipts);
    }

    public static async Task A_receipt_follows_the_payment()
    {
        var terminal = new Terminal(Task.CompletedTask);
        var checkout = new Checkout(terminal);
        await checkout.PayAsync(9m);
        Check.That(checkout.IsPaid);
        Check.Equal(1, terminal.Receipts);
    }

    private sealed class Terminal(Task charge) : ITerminal
    {
        public int Receipts { get; private set; }

        public Task ChargeAsync(decimal amount) => charge;

        public Task PrintAsync(string receipt)
        {
            Receipts++;
            return Task.CompletedTask;
        }
    }
}
