using Network;

public static class RouteTableTests
{
    public static void A_later_route_is_found() => Check.Equal("b", Table().Find("10.2.0.1"));

    public static void The_first_route_that_fits_wins() => Check.Equal("a", Table().Find("10.1.0.1"));

    public static void No_route_gives_nothing() => Check.Equal(null, Table().Find("192.168.0.1"));

    public static void An_empty_table_gives_nothing() => Check.Equal(null, new RouteTable().Find("10.1.0.1"));

    private static RouteTable Table()
    {
        var table = new RouteTable();
        table.Add("10.1.", "a");
        table.Add("10.2.", "b");
        table.Add("10.", "c");
        return table;
    }
}
