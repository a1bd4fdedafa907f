using Archive;

public static class RetentionTests
{
    private static readonly DateTime Now = new(2024, 6, 1);

    public static void A_young_record_is_kept() => Check.That(!Retention.IsExpired(Now.AddDays(-89), Now));

    public static void A_record_at_the_limit_is_kept() => Check.That(!Retention.IsExpired(Now.AddDays(-90), Now));

    public static void An_old_record_is_expired() => Check.That(Retention.IsExpired(Now.AddDays(-91), Now));

    public static void The_limit_has_its_days() => Check.Equal(90, Retention.Days);
}
