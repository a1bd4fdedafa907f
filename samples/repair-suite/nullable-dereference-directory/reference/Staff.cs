namespace Company;

public sealed record Employee(string Name, Employee? Manager);

public static class Staff
{
    /// <summary>The name of the employee's manager; "nobody" for who has none.</summary>
    public static string ManagerOf(Employee employee)
    {
        return employee.Manager?.Name ?? "nobody";
    }
}
