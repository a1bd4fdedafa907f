using Audit;

public static class AuditLineTests
{
    public static void User_and_action_are_written() => Check.Equal("ann: deleted order 7", AuditLine.Write("ann", "deleted order 7"));
}
