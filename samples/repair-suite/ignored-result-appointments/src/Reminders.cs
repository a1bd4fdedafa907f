namespace Calendar;

public static class Reminders
{
    /// <summary>When to remind of an appointment: a day before, and never on a Sunday.</summary>
    public static DateTime For(DateTime appointment)
    {
        var reminder = appointment.Date;
        reminder.AddDays(-1);
        if (reminder.DayOfWeek == DayOfWeek.Sunday)
            reminder = reminder.AddDays(-1);
        return reminder;
    }
}
