using Payments;

public static class WalletTests
{
    public static void A_wallet_knows_its_currency() => Check.Equal("EUR", new Wallet(10m, "EUR").Currency);

    public static void The_currency_stays_when_money_is_added()
    {
        var wallet = new Wallet(10m, "EUR").Add(5m);
        Check.Equal(15m, wallet.Balance);
        Check.Equal("EUR", wallet.Currency);
    }
}
