using Warehouse;

public static class StockMeterTests
{
    public static void What_goes_out_is_shipped()
    {
        var meter = new StockMeter();
        meter.Record(5);
        meter.Record(-2);
        meter.Record(-1);
        Check.Equal(1, meter.Received);
        Check.Equal(2, meter.Shipped);
        Check.Equal(-1, meter.LastChange);
    }

    public static void What_comes_in_is_received()
    {
        var meter = new StockMeter();
        meter.Record(5);
        Check.Equal(1, meter.Received);
        Check.Equal(0, meter.Shipped);
        Check.Equal(5, meter.LastChange);
    }

    public static void No_change_is_not_recorded()
    {
        var meter = new StockMeter();
        meter.Record(0);
        Check.Equal(0, meter.Received + meter.Shipped);
    }
}
