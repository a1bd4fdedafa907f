using Telemetry;

public static class MovingAverageTests
{
    public static void The_newest_sample_counts()
    {
        var average = new MovingAverage();
        average.Add(1);
        average.Add(2);
        average.Add(6);
        Check.Equal(3.0, average.Average);
        Check.Equal(3.0, average.Deviation());
    }

    public static void One_sample_does_not_deviate()
    {
        var average = new MovingAverage();
        average.Add(4);
        Check.Equal(0.0, average.Deviation());
    }

    public static void No_sample_does_not_deviate() => Check.Equal(0.0, new MovingAverage().Deviation());
}
