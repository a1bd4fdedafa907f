using Web;

public static class SessionTests
{
    private static readonly DateTime Noon = new(2024, 1, 1, 12, 0, 0);

    public static void An_hour_is_too_long() => Check.That(new Session(Noon, 20).IsExpired(Noon.AddHours(1)));

    public static void Twenty_minutes_are_too_long() => Check.That(new Session(Noon, 20).IsExpired(Noon.AddMinutes(20)));

    public static void Nineteen_minutes_are_not() => Check.That(!new Session(Noon, 20).IsExpired(Noon.AddMinutes(19)));

    public static void A_use_starts_anew()
    {
        var session = new Session(Noon, 20);
        session.Touch(Noon.AddMinutes(15));
        Check.That(!session.IsExpired(Noon.AddMinutes(30)));
    }
}
