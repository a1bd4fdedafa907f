using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.SyncOverAsyncAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class SyncOverAsyncTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        public class C
        {
            static Task SaveAsync() => Task.Delay(1);
            static Task<int> CountAsync(int i = 0) => Task.Run(() => i);
            static ValueTask<int> ReadAsync() => new(CountAsync());
            static void Log(object? o) { }

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task Result() => Verified("int M() => [|CountAsync().Result|]; int N(Task<int> task) { return [|task.Result|] + 1; } int O() { return [|ReadAsync().Result|]; }");

    [Fact]
    public Task Wait() => Verified("void M(CancellationToken token) { [|SaveAsync().Wait()|]; [|SaveAsync().Wait(1000)|]; [|SaveAsync().Wait(token)|]; }");

    [Fact]
    public Task GetResult() => Verified("void M() { [|SaveAsync().GetAwaiter().GetResult()|]; var n = [|CountAsync().ConfigureAwait(false).GetAwaiter().GetResult()|]; Log([|ReadAsync().GetAwaiter().GetResult()|] + n); }");

    [Fact]
    public Task In_an_async_method_a_lambda_and_a_property() => Verified(
        "async Task M() { await SaveAsync(); Log([|CountAsync().Result|]); } Func<int> F() => () => [|CountAsync().Result|]; int P { get { return [|CountAsync().Result|]; } } int _field = [|CountAsync().Result|];");

    [Fact]
    public Task A_long_chain_is_flagged_at_its_end() => Verified(
        """
        void M() => Log(CountAsync(1)
                .ConfigureAwait(false)
                .GetAwaiter()
                .[|GetResult|]());
        """);

    [Fact]
    public Task Only_the_first_wait_for_a_task() => Verified("int M() { var task = CountAsync(); [|task.Wait()|]; return task.Result; }");

    [Fact]
    public Task The_message_names_what_blocks() => Verify.VerifyAsync(
        Code("int M() => {|#0:CountAsync().Result|}; void N() => {|#1:SaveAsync().Wait()|};"), Verify.Diagnostic(0, "Result"), Verify.Diagnostic(1, "Wait()"));

    [Fact]
    public Task Completed_tasks_are_silent() => Verified(
        "void M() { Task.CompletedTask.Wait(); Log(Task.FromResult(1).Result); Log(new ValueTask<int>(1).Result); var done = Task.FromResult(2); Log(done.Result); }");

    [Fact]
    public Task A_task_that_was_awaited_is_silent() => Verified(
        """
        async Task<int> M() { var a = CountAsync(); var b = CountAsync(); await Task.WhenAll(a, b); return a.Result + b.Result; }
            async Task<int> N() { var a = CountAsync(); await a; return a.Result; }
            async Task<int> O() { var a = CountAsync(); var b = CountAsync(); await Task.WhenAny(a, b); await b; return b.Result; }
            async Task<int> P() { var a = CountAsync(); var first = await Task.WhenAny(a, CountAsync()); return first.Result; }
            async Task<int> Q(int[] all) { var tasks = all.Select(i => CountAsync(i)).ToArray(); await Task.WhenAll(tasks); Log(tasks[0].Result); foreach (var t in tasks) Log(t.Result); return tasks.Select(t => t.Result).Sum(); }
            int R(Task<int>[] tasks) { Task.WaitAll(tasks); return tasks.Sum(t => t.Result); }
            async Task<int> S() { var a = CountAsync(); var all = Task.WhenAll(a, SaveAsync()); await all.ConfigureAwait(false); return a.GetAwaiter().GetResult(); }
        """);

    [Fact]
    public Task A_pattern_asks_too() => Verified(
        "int M(Task<int> task) => task is { IsCompletedSuccessfully: true } ? task.Result : 0; int N(Task<int> task) { switch (task) { case { IsCompleted: true }: return task.Result; } return 0; } int O(Task<int> task) => task is { } ? [|task.Result|] : 0;");

    [Fact]
    public Task The_values_of_a_dictionary_whose_tasks_were_awaited_are_silent() => Verified(
        "async Task M(Dictionary<string, Task<int>> all, Dictionary<string, Task<int>> others) { await Task.WhenAll(all.Values); foreach (var pair in all) Log(pair.Value.Result); foreach (var pair in others) Log([|pair.Value.Result|]); }");

    [Fact]
    public Task A_task_that_was_asked_is_silent() => Verified(
        "int M(Task<int> task) => task.IsCompletedSuccessfully ? task.Result : 0; int N(ValueTask<int> task) { if (!task.IsCompleted) return 0; return task.Result; } int O(Task<int> task) { if (task.Status == TaskStatus.RanToCompletion) return task.GetAwaiter().GetResult(); return 0; }");

    [Fact]
    public Task A_property_pattern_is_silent() => Verified("bool M(Task<string>? task) => task is { Status: TaskStatus.RanToCompletion, Result.Length: > 0 };");

    [Fact]
    public Task A_continuation_of_the_task_is_silent() => Verified(
        "Task M() => CountAsync().ContinueWith(t => Log(t.Result)); Task N() => Task.Factory.ContinueWhenAll(new[] { CountAsync() }, all => all.Sum(t => t.Result));");

    [Fact]
    public Task Main_is_silent() => Verify.VerifyAsync(Code("static void Main() { SaveAsync().GetAwaiter().GetResult(); }"));

    [Fact]
    public Task Tests_are_silent() => Verify.VerifyAsync(
        Code("void M() => SaveAsync().Wait();"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Fact]
    public Task Methods_that_say_they_block_are_silent() => Verified("static T RunSync<T>(Func<Task<T>> f) => f().GetAwaiter().GetResult(); void WaitForSave() => SaveAsync().Wait(); int EndCount(IAsyncResult ar) => ((Task<int>)ar).Result;");

    [Fact]
    public Task Other_members_of_these_names_are_silent() => Verified(
        "class Job { public int Result => 1; public void Wait() { } } void M(Job job, SemaphoreSlim gate, ManualResetEventSlim set) { Log(job.Result); job.Wait(); gate.Wait(); set.Wait(); Log(nameof(Task<int>.Result)); }");

    [Fact]
    public Task A_look_without_waiting_is_silent() => Verified("bool M(Task task) => task.Wait(0);");
}
