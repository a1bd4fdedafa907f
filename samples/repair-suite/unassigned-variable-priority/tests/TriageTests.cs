using Support;

public static class TriageTests
{
    public static void An_outage_comes_first()
    {
        Check.Equal(1, Triage.PriorityOf(isOutage: true, isPaying: false));
        Check.Equal(1, Triage.PriorityOf(isOutage: true, isPaying: true));
    }

    public static void A_paying_customer_comes_second() => Check.Equal(2, Triage.PriorityOf(isOutage: false, isPaying: true));

    public static void Others_come_third() => Check.Equal(3, Triage.PriorityOf(isOutage: false, isPaying: false));
}
