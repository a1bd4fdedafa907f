namespace Banking;

public sealed class Account(decimal balance)
{
    public decimal Balance { get; private set; } = balance;

    public void Withdraw(decimal amount)
    {
        if (amount > Balance)
            throw new InvalidOperationException("The balance is too low.");
        Balance -= amount;
    }
}
