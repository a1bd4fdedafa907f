using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.NullTaskReturnedAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class NullTaskReturnedTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Linq.Expressions;
        using System.Threading.Tasks;

        public interface IStore { Task SaveAsync(); }

        public class C
        {
            static Task SaveAsync() => Task.CompletedTask;
            static void Take(Func<Task> f) { }
            static void TakeMaybe(Func<Task?> f) { }
            static void TakeTree(Expression<Func<Task>> f) { }

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task Null() => Verified("Task M(bool b) { if (b) return [|null|]; return SaveAsync(); } Task<int> N() { return [|null|]; }");

    [Fact]
    public Task Default() => Verified("Task M() { return [|default|]; } Task<string> N() { return [|default(Task<string>)|]; }");

    [Fact]
    public Task Expression_bodies_and_null_with_an_assurance() => Verified("Task M() => [|null|]; Task<int> N() => [|null|]!; Task O() => (Task)[|null|];");

    [Fact]
    public Task Without_nullable_annotations() => Verify.VerifyAsync("#nullable disable\n" + Code("Task M() { return [|null|]; }").Replace("Func<Task?>", "Func<Task>"));

    [Fact]
    public Task One_branch() => Verified(
        "Task M(bool b) => b ? SaveAsync() : [|null|]; Task N(int i) => i switch { 0 => SaveAsync(), 1 => [|null|], _ => [|default|] }; Task O(Task? t) => t ?? [|null|];");

    [Fact]
    public Task Local_functions_and_lambdas() => Verified(
        "void M() { Local(); Task Local() => [|null|]; Func<Task> f = () => [|null|]; Take(() => { return [|null|]; }); Take(delegate { return [|null|]; }); f(); }");

    [Fact]
    public Task Generic_methods_and_implementations() => Verified(
        "Task<T> M<T>() => [|null|]; class S : IStore { Task IStore.SaveAsync() => [|null|]; } class V { public virtual Task N() => [|null|]; }");

    [Fact]
    public Task The_message_names_the_task() => Verify.VerifyAsync(Code("Task<int> M() => {|#0:null|};"), Verify.Diagnostic(0, "Task<int>"));

    [Fact]
    public Task Tasks_that_may_be_null_are_silent() => Verified(
        "Task? M() => null; Task<int>? N() { return null; } void O() { Local(); Task? Local() => null; } [return: System.Diagnostics.CodeAnalysis.MaybeNull] Task P() => null!;");

    [Fact]
    public Task Lambdas_whose_task_may_be_null_are_silent() => Verified("void M() { TakeMaybe(() => null); Func<Task?> f = () => { return null; }; f(); }");

    [Fact]
    public Task Async_methods_are_silent() => Verified(
        "async Task<string?> M() { await SaveAsync(); return null; } void N() { Func<Task<string?>> f = async () => { await SaveAsync(); return null; }; f(); } async Task<Task?> O() { await SaveAsync(); return null; }");

    [Fact]
    public Task Value_tasks_and_other_types_are_silent() => Verified("ValueTask M() => default; ValueTask<int> N() => default; object? O() => null; Task[]? P() => null; T? Q<T>() where T : Task => null;");

    [Fact]
    public Task Tasks_of_null_are_silent() => Verified("Task<string?> M() => Task.FromResult<string?>(null); Task N(object? o) { o = null; return o is null ? Task.CompletedTask : SaveAsync(); }");

    [Fact]
    public Task Expression_trees_are_silent() => Verified("void M() => TakeTree(() => null!);");

    [Fact]
    public Task Properties_are_silent() => Verified("Task Running => null!; Task Last { get { return null!; } }");
}
