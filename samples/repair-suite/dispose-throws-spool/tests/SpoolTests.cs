using Printing;

public static class SpoolTests
{
    public static void What_went_wrong_is_not_hidden() => Check.Throws<TimeoutException>(() =>
    {
        using var spool = new Spool(_ => { });
        spool.Dispose();
        throw new TimeoutException();
    });

    public static void The_last_page_is_printed_once()
    {
        var pages = new List<string>();
        var spool = new Spool(pages.Add);
        spool.Print("one");
        spool.Dispose();
        spool.Dispose();
        Check.Equal("one end", string.Join(' ', pages));
        Check.Equal(1, spool.Pages);
    }

    public static void A_closed_spool_prints_no_more()
    {
        var spool = new Spool(_ => { });
        spool.Dispose();
        Check.Throws<ObjectDisposedException>(() => spool.Print("late"));
    }
}
