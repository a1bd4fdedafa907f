using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.AsyncVoidLambdaAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class AsyncVoidLambdaTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Threading;
        using System.Threading.Tasks;

        public delegate void Done(int code);

        public class C
        {
            static Task SaveAsync(int i = 0) => Task.CompletedTask;
            static void Run(Action action) => action();
            static void Run2(Action action) => action();
            static void Run2(Func<Task> action) => action().Wait();
            public event EventHandler? Changed;
            public event Action<int>? Counted;
            void Raise() { Changed?.Invoke(this, EventArgs.Empty); Counted?.Invoke(1); }
            static void Log(object o) { }

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task As_an_argument() => Verified("void M(List<int> items) { items.ForEach([|async i =>|] await SaveAsync(i)); Run([|async () =>|] { await SaveAsync(); }); }");

    [Fact]
    public Task For_many_at_once() => Verified("void M(int[] items) => Parallel.ForEach(items, [|async (i, state) =>|] await SaveAsync(i));");

    [Fact]
    public Task For_a_timer_and_the_thread_pool() => Verified(
        "Timer T() { ThreadPool.QueueUserWorkItem([|async _ =>|] await SaveAsync()); return new Timer([|async _ =>|] await SaveAsync()); }");

    [Fact]
    public Task In_a_variable_a_field_and_a_return() => Verified(
        "Action _field = [|async () =>|] await SaveAsync(); Action M() { Action a = [|async () =>|] await SaveAsync(); a(); Done d = [|static async code =>|] await SaveAsync(code); d(1); return [|async () =>|] await SaveAsync(); }");

    [Fact]
    public Task Anonymous_method_and_cast() => Verified("void M() { Run([|async delegate|] { await SaveAsync(); }); Run((Action)([|async () =>|] await SaveAsync())); }");

    [Fact]
    public Task Only_the_header_is_flagged() => Verified(
        """
        void M(List<int> items) => items.ForEach([|async i =>|]
            {
                await SaveAsync(i);
            });
        """);

    [Fact]
    public Task The_message_names_the_delegate() => Verify.VerifyAsync(
        Code("void M(List<int> items) => items.ForEach({|#0:async i =>|} await SaveAsync(i));"), Verify.Diagnostic(0, "Action<int>"));

    [Fact]
    public Task Event_handlers_are_silent() => Verified(
        """
        void M(INotifyPropertyChanged source)
            {
                Changed += async (s, e) => await SaveAsync();
                Changed += async delegate { await SaveAsync(); };
                Counted += async n => await SaveAsync(n);
                source.PropertyChanged += async (_, e) => { await SaveAsync(); Log(e); };
                EventHandler handler = async (s, e) => await SaveAsync();
                Changed += handler;
                Action<int> counter = async n => await SaveAsync(n);
                Counted += counter;
                Counted -= counter;
                Register(async (s, e) => await SaveAsync());
            }
            static void Register(EventHandler<CancelEventArgs> handler) { }
        """);

    [Fact]
    public Task An_event_through_a_conditional_access_is_silent() => Verified("void M(C? other) { other?.Counted += async n => await SaveAsync(n); }");

    [Fact]
    public Task A_taken_Func_overload_is_silent() => Verified("async Task M() { Run2(async () => await SaveAsync()); await Task.Run(async () => await SaveAsync()); }");

    [Fact]
    public Task Delegates_that_return_tasks_are_silent() => Verified(
        "void M() { Func<Task> f = async () => await SaveAsync(); Func<int, ValueTask> g = async i => await SaveAsync(i); var h = async () => await SaveAsync(); Log(f); Log(g); Log(h); }");

    [Fact]
    public Task Lambdas_that_are_not_async_are_silent() => Verified("void M() { Run(() => Log(1)); Run(() => _ = SaveAsync()); }");

    [Fact]
    public Task A_body_that_handles_every_failure_is_silent() => Verified(
        "void M() => Run(async () => { try { await SaveAsync(); } catch (Exception ex) { Log(ex); } });");

    [Fact]
    public Task A_body_that_lets_failures_through_is_not() => Verified(
        "void M() { Run([|async () =>|] { try { await SaveAsync(); } catch (Exception ex) { Log(ex); throw; } }); Run([|async () =>|] { try { await SaveAsync(); } catch (TimeoutException ex) { Log(ex); } }); }");
}
