namespace CodeAssist.Repair.Tests.BuiltIn;

public class NullTaskReturnedTemplateTests
{
    private static string Code(string member) =>
        $$"""
        using System;
        using System.Threading.Tasks;

        class C
        {
            static Task SaveAsync() => Task.Delay(1);

            {{member}}
        }
        """;

    private static Task Repairs(string member, string expected) => RepairVerifier.RepairsAsync("CDA2006", Code(member), Code(expected));

    private static Task OffersNothing(string member) => RepairVerifier.OffersNothingAsync("CDA2006", Code(member));

    [Fact]
    public Task A_task_without_a_result() => Repairs(
        "Task M(bool b) { if (b) return null; /* nothing to do */ return SaveAsync(); }",
        "Task M(bool b) { if (b) return Task.CompletedTask; /* nothing to do */ return SaveAsync(); }");

    [Fact]
    public Task An_assurance_goes_with_its_null() => Repairs("Task M() => null!;", "Task M() => Task.CompletedTask;");

    [Fact]
    public Task One_branch() => Repairs("Task M(bool b) => b ? SaveAsync() : null!;", "Task M(bool b) => b ? SaveAsync() : Task.CompletedTask;");

    [Fact]
    public Task A_task_of_what_may_be_null() => Repairs("Task<string?> M() { return default!; }", "Task<string?> M() { return Task.FromResult<string?>(null); }");

    [Fact]
    public Task A_task_of_a_nullable_number() => Repairs("Task<int?> M() { return null!; }", "Task<int?> M() { return Task.FromResult<int?>(null); }");

    [Fact]
    public Task A_lambda() => Repairs("Func<Task> M() => () => null!;", "Func<Task> M() => () => Task.CompletedTask;");

    [Fact]
    public Task What_a_number_should_be_is_not_known() => OffersNothing("Task<int> M() => null!;");

    [Fact]
    public Task What_an_object_should_be_is_not_known() => OffersNothing("Task<string> M() => null!;");
}
