using Billing;

public static class InvoiceLineTests
{
    public static void Ten_pieces_get_the_discount() => Check.Equal(95m, new InvoiceLine("A-1", 10, 10m, 5m).Amount);

    public static void Twenty_pieces_get_the_discount_once() => Check.Equal(195m, new InvoiceLine("A-1", 20, 10m, 5m).Amount);

    public static void Nine_pieces_do_not() => Check.Equal(90m, new InvoiceLine("A-1", 9, 10m, 5m).Amount);
}
