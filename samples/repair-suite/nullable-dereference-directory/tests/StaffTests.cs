using Company;

public static class StaffTests
{
    private static readonly Employee Head = new("Ann", null);

    public static void The_head_has_nobody_above() => Check.Equal("nobody", Staff.ManagerOf(Head));

    public static void Others_have_a_manager() => Check.Equal("Ann", Staff.ManagerOf(new Employee("Bob", Head)));
}
