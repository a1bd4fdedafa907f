using System.Globalization;

namespace Audit;

public static class AuditLine
{
    /// <summary>One line of the audit log: who did what.</summary>
    public static string Write(string user, string action) =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1}", user, action);
}
