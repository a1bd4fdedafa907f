using Banking;

public static class LedgerTests
{
    public static void A_payment_moves_money_to_the_creditor()
    {
        var ledger = new Ledger();
        ledger.Deposit("ann", 100m);
        Check.That(ledger.Pay("ann", "bob", 30m));
        Check.Equal(70m, ledger.BalanceOf("ann"));
        Check.Equal(30m, ledger.BalanceOf("bob"));
    }

    public static void A_whole_balance_can_be_paid()
    {
        var ledger = new Ledger();
        ledger.Deposit("ann", 10m);
        Check.That(ledger.Pay("ann", "bob", 10m));
        Check.Equal(0m, ledger.BalanceOf("ann"));
    }

    public static void More_than_the_balance_is_refused()
    {
        var ledger = new Ledger();
        ledger.Deposit("ann", 10m);
        Check.That(!ledger.Pay("ann", "bob", 30m));
        Check.Equal(10m, ledger.BalanceOf("ann"));
        Check.Equal(0m, ledger.BalanceOf("bob"));
    }
}
