using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.UnobservedTaskAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class UnobservedTaskTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using System.Threading.Tasks;

        public static class Extensions
        {
            public static Task Logged(this Task task) => task.ContinueWith(t => Console.WriteLine(t.Exception));
            public static void Forget(this Task task) { }
            public static Task SaveSoon(this C c) => Task.Delay(1);
        }

        public class C
        {
            public Task SaveAsync() => Task.Delay(1);
            public ValueTask CloseAsync() => default;
            public Task<int> CountAsync() => Task.FromResult(1);
            public Task SaveAndForget() => Task.Delay(1);
            static void Verify(Expression<Action<C>> call) { }

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task In_a_method() => Verified("void M() { [|SaveAsync()|]; [|this.CountAsync()|]; [|CloseAsync()|]; [|this.SaveSoon()|]; [|Task.Run(() => 1)|]; }");

    [Fact]
    public Task In_a_method_that_returns_another_task() => Verified("Task M() { [|SaveAsync()|]; return SaveAsync(); }");

    [Fact]
    public Task In_expression_bodies_constructors_and_accessors() => Verified("void M() => [|SaveAsync()|]; C() { [|SaveAsync()|]; } int P { get { [|SaveAsync()|]; return 1; } set => [|SaveAsync()|]; }");

    [Fact]
    public Task In_lambdas_and_local_functions() => Verified(
        "void M(List<C> all) { all.ForEach(c => [|c.SaveAsync()|]); Action a = () => { [|SaveAsync()|]; }; a(); Local(); void Local() => [|SaveAsync()|]; } async Task N(List<C> all) { await SaveAsync(); all.ForEach(c => [|c.SaveAsync()|]); }");

    [Fact]
    public Task Through_a_conditional_access_and_a_delegate() => Verified("void M(C? other, Func<Task> f) { [|other?.SaveAsync()|]; [|f()|]; }");

    [Fact]
    public Task With_a_configured_await_that_nobody_does() => Verified("void M(Task task) { [|SaveAsync().ConfigureAwait(false)|]; task.ConfigureAwait(false); }");

    [Fact]
    public Task A_long_call_is_flagged_at_its_name() => Verified(
        """
        void M(C other)
            {
                other
                    .[|SaveAsync|]();
            }
        """);

    [Fact]
    public Task The_message_names_the_call() => Verify.VerifyAsync(Code("void M() { {|#0:SaveAsync()|}; }"), Verify.Diagnostic(0, "SaveAsync"));

    [Fact]
    public Task Discards_are_silent() => Verified("void M() { _ = SaveAsync(); var t = SaveAsync(); Task u; u = SaveAsync(); Action a = () => _ = SaveAsync(); a(); t.Wait(); u.Wait(); }");

    [Fact]
    public Task Names_that_say_so_are_silent() => Verified("void M() { SaveAsync().Forget(); SaveAndForget(); }");

    [Fact]
    public Task Fluent_methods_on_a_task_are_silent() => Verified("void M(Task? task) { SaveAsync().Logged(); SaveAsync().ContinueWith(t => { }); task?.ContinueWith(t => { }); task?.Logged(); CloseAsync().AsTask(); }");

    [Fact]
    public Task Expression_trees_are_silent() => Verified("void M() => Verify(c => c.SaveAsync());");

    [Fact]
    public Task Async_functions_are_the_compilers() => Verified("async Task M(C? other) { SaveAsync(); await (other?.SaveAsync() ?? Task.CompletedTask); Func<Task> f = async () => { SaveAsync(); await SaveAsync(); }; await f(); }");

    [Fact]
    public Task Awaited_and_returned_tasks_are_silent() => Verified("async Task M(C other) { await other.SaveAsync(); } Task N() => SaveAsync(); Func<Task> O() => () => SaveAsync(); void P() { Task.FromResult(1); SaveAsync().Wait(); SaveAsync().GetAwaiter().GetResult(); }");

    [Fact]
    public Task Mocks_are_silent() => Verify.VerifyAsync(
        Code("void M(C c) { NSubstitute.Sub.Received(c).SaveAsync(); NSubstitute.Sub.When(c, x => x.SaveAsync()); }")
        + " namespace NSubstitute { public static class Sub { public static T Received<T>(T t) => t; public static void When<T>(T t, System.Action<T> call) { } } }");
}
