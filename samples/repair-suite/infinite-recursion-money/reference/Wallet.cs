namespace Payments;

public sealed class Wallet(decimal balance, string currency)
{
    private readonly decimal _balance = balance;
    private readonly string _currency = currency;

    public decimal Balance => _balance;

    public string Currency => _currency;

    public Wallet Add(decimal amount) => new(_balance + amount, _currency);
}
