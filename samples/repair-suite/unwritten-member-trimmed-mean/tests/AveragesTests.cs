using Statistics;

public static class AveragesTests
{
    public static void The_smallest_and_the_largest_do_not_count() => Check.Equal(2.5, Averages.TrimmedMean([1, 2, 3, 10]));

    public static void Their_order_does_not_matter() => Check.Equal(2.5, Averages.TrimmedMean([10, 3, 1, 2]));

    public static void Of_equal_samples_only_one_is_left_out() => Check.Equal(4.0, Averages.TrimmedMean([4, 4, 4, 4]));

    public static void Three_samples_leave_the_middle_one() => Check.Equal(2.0, Averages.TrimmedMean([1, 2, 9]));

    public static void Two_samples_are_too_few() => Check.Equal(0.0, Averages.TrimmedMean([1, 2]));

    public static void The_mean_is_as_it_was() => Check.Equal(4.0, Averages.Mean([1, 2, 3, 10]));
}
