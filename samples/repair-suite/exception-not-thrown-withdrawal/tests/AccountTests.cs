using Banking;

public static class AccountTests
{
    public static void More_than_the_balance_is_refused()
    {
        var account = new Account(50m);
        Check.Throws<InvalidOperationException>(() => account.Withdraw(51m));
        Check.Equal(50m, account.Balance);
    }

    public static void The_whole_balance_can_be_withdrawn()
    {
        var account = new Account(50m);
        account.Withdraw(50m);
        Check.Equal(0m, account.Balance);
    }
}
