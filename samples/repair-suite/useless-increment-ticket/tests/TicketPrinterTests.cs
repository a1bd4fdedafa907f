using Parking;

public static class TicketPrinterTests
{
    public static void Tickets_are_numbered_on() => Check.Equal("P0007 P0008 P0009", string.Join(' ', TicketPrinter.Print(7, 3)));

    public static void No_ticket_is_printed_for_none() => Check.Equal(0, TicketPrinter.Print(7, 0).Count);
}
