using Import;

public static class OrderImportTests
{
    public static void What_went_wrong_is_kept()
    {
        var exception = Check.Throws<ImportException>(() => OrderImport.Quantity("many"));
        Check.That(exception.InnerException is FormatException);
        Check.That(exception.Message.StartsWith("The quantity is no number", StringComparison.Ordinal));
    }

    public static void An_overflow_is_kept_too() =>
        Check.That(Check.Throws<ImportException>(() => OrderImport.Quantity("99999999999")).InnerException is OverflowException);

    public static void A_number_is_read() => Check.Equal(12, OrderImport.Quantity("12"));
}
