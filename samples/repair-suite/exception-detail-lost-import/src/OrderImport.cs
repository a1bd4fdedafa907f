using System.Globalization;

namespace Import;

public sealed class ImportException : Exception
{
    public ImportException(string message)
        : base(message)
    {
    }

    public ImportException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

public static class OrderImport
{
    /// <summary>The quantity in a field.</summary>
    public static int Quantity(string field)
    {
        try
        {
            return int.Parse(field, CultureInfo.InvariantCulture);
        }
        catch (Exception ex)
        {
            throw new ImportException("The quantity is no number: " + ex.Message);
        }
    }
}
