namespace Parking;

public static class TicketPrinter
{
    /// <summary>Numbers of consecutive tickets.</summary>
    public static IReadOnlyList<string> Print(int first, int count)
    {
        var tickets = new List<string>();
        var number = first;
        for (var printed = 0; printed < count; printed++)
        {
            tickets.Add($"P{number:D4}");
            number = number++;
        }

        return tickets;
    }
}
