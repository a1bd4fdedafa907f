namespace Support;

public static class Triage
{
    private const int LowestPriority = 3;

    /// <summary>The priority of a request: 1 for an outage, 2 for a paying customer, 3 for all others.</summary>
    public static int PriorityOf(bool isOutage, bool isPaying)
    {
        int priority;
        if (isOutage)
            priority = 1;
        else if (isPaying)
            priority = 2;
        else
            priority = LowestPriority;
        return priority;
    }
}
