namespace Shop;

public interface ITerminal
{
    Task ChargeAsync(decimal amount);

    Task PrintAsync(string receipt);
}

public sealed class Checkout(ITerminal terminal)
{
    public bool IsPaid { get; private set; }

    public async Task PayAsync(decimal amount)
    {
        terminal.ChargeAsync(amount);
        IsPaid = true;
        await terminal.PrintAsync("Thank you.");
    }
}
