namespace CodeAssist.Repair.Tests.BuiltIn;

public class ExceptionNotThrownTemplateTests
{
    private static string Code(string statements) =>
        $$"""
        using System;

        class C
        {
            int M(object? value)
            {
                {{statements}}
                return 1;
            }
        }
        """;

    [Fact]
    public Task A_guard_throws() => RepairVerifier.RepairsAsync(
        "CDA1016",
        Code("if (value is null) /* never */ new ArgumentNullException(nameof(value)); // stop"),
        Code("if (value is null) /* never */ throw new ArgumentNullException(nameof(value)); // stop"));

    [Fact]
    public Task Code_that_would_never_run_is_not_made() => RepairVerifier.OffersNothingAsync(
        "CDA1016", Code("new InvalidOperationException(); Console.WriteLine(value);"));
}
