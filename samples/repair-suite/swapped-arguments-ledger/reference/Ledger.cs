namespace Banking;

public sealed class Ledger
{
    private readonly Dictionary<string, decimal> _balances = [];

    public decimal BalanceOf(string account) => _balances.GetValueOrDefault(account);

    public void Deposit(string account, decimal amount) => _balances[account] = BalanceOf(account) + amount;

    /// <summary>Pays a bill: the money goes from the debtor to the creditor.</summary>
    public bool Pay(string debtor, string creditor, decimal amount)
    {
        if (BalanceOf(debtor) < amount)
            return false;
        Book(debtor, creditor, amount);
        return true;
    }

    private void Book(string debtor, string creditor, decimal amount)
    {
        Deposit(debtor, -amount);
        Deposit(creditor, amount);
    }
}
