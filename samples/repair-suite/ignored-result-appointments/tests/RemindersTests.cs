using Calendar;

public static class RemindersTests
{
    public static void The_day_before_is_taken() => Check.Equal(new DateTime(2024, 5, 14), Reminders.For(new DateTime(2024, 5, 15, 9, 30, 0)));

    public static void A_Monday_is_reminded_of_on_Saturday() => Check.Equal(new DateTime(2024, 5, 11), Reminders.For(new DateTime(2024, 5, 13, 8, 0, 0)));

    public static void A_Sunday_is_reminded_of_on_Saturday() => Check.Equal(new DateTime(2024, 5, 11), Reminders.For(new DateTime(2024, 5, 12, 8, 0, 0)));
}
