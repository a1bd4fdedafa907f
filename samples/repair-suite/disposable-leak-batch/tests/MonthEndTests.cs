using Accounting;

public static class MonthEndTests
{
    public static void Closing_entries_are_in_the_journal()
    {
        var journal = new Journal();
        Check.Equal(2, MonthEnd.Close(journal, ["cash", "bank"]));
        Check.Equal("close cash, close bank", string.Join(", ", journal.Entries));
    }

    public static void Without_accounts_there_are_none()
    {
        var journal = new Journal();
        Check.Equal(0, MonthEnd.Close(journal, []));
        Check.Equal(0, journal.Entries.Count);
    }
}
