namespace CodeAssist.Repair.Tests.BuiltIn;

public class DoubleDisposeTemplateTests
{
    private static string Code(string statements) =>
        $$"""
        using System.IO;

        class C
        {
            void M(Stream a, Stream b)
            {
        {{statements}}
            }
        }
        """;

    private static Task Repairs(string statements, string expected) => RepairVerifier.RepairsAsync("CDA3005", Code(statements), Code(expected));

    [Fact]
    public Task The_later_statement_goes_with_its_line() => Repairs(
        """
                a.Dispose();
                // both
                b.Dispose();
                a.Dispose();
                b.Flush();
        """,
        """
                a.Dispose();
                // both
                b.Dispose();
                b.Flush();
        """);

    [Fact]
    public Task A_statement_on_a_line_with_others() => Repairs(
        "        a.Dispose(); a.Dispose(); b.Flush();",
        "        a.Dispose(); b.Flush();");

    [Fact]
    public Task The_end_of_a_using() => Repairs(
        """
                using (a)
                {
                    b.CopyTo(a);
                    a.Dispose();
                }
        """,
        """
                using (a)
                {
                    b.CopyTo(a);
                }
        """);

    [Fact]
    public Task The_end_of_a_using_declaration() => Repairs(
        """
                using var c = new FileStream("x", FileMode.Open);
                c.CopyTo(b);
                c.Dispose();
        """,
        """
                using var c = new FileStream("x", FileMode.Open);
                c.CopyTo(b);
        """);

    [Fact]
    public Task What_follows_in_a_using_may_need_the_disposal() => RepairVerifier.OffersNothingAsync(
        "CDA3005",
        Code(
        """
                using var c = new FileStream("x", FileMode.Open);
                c.Dispose();
                File.Delete("x");
        """));
}
