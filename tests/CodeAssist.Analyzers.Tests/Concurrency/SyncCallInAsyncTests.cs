using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.SyncCallInAsyncAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class SyncCallInAsyncTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        public class Store : IDisposable, IAsyncDisposable
        {
            public int Load(string key) => key.Length;
            public Task<int> LoadAsync(string key, CancellationToken token = default) => Task.FromResult(key.Length);
            public void Save() { }
            public ValueTask SaveAsync() => default;
            public T Get<T>(int i) => default!;
            public Task<T> GetAsync<T>(int i) => Task.FromResult<T>(default!);
            public void Old() { }
            [Obsolete] public Task OldAsync() => Task.CompletedTask;
            public void Hidden() { }
            private Task HiddenAsync() => Task.CompletedTask;
            public void Other(int i) { }
            public Task OtherAsync(string s) => Task.CompletedTask;
            public int Count() => 1;
            public Task<string> CountAsync() => Task.FromResult("");
            public void Must() { }
            public Task MustAsync(CancellationToken token) => Task.CompletedTask;
            public void Add(int i) { }
            public Task AddAsync(int i) => Task.CompletedTask;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }

        public class C
        {
            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task A_framework_call() => Verified(
        "async Task<string> M(StreamReader reader, Stream s) { [|s.Flush()|]; await s.FlushAsync(); var all = [|File.ReadAllText(\"a\")|]; return all + [|reader.ReadToEnd()|]; }");

    [Fact]
    public Task Ones_own_call() => Verified("async Task<int> M(Store store) { [|store.Save()|]; await store.SaveAsync(); return [|store.Load(\"a\")|] + [|store.Get<int>(1)|]; }");

    [Fact]
    public Task Extensions_and_any_number_of_arguments() => Verify.VerifyAsync(
        """
        using System.Threading.Tasks;

        public class Store
        {
            public object? Find(params object[] keys) => null;
            public ValueTask<object?> FindAsync(params object[] keys) => default;
            public void Send(params string[] names) { }
            public Task SendAsync(string name) => Task.CompletedTask;
        }

        public static class Extensions
        {
            public static int Total(this int[] all, int from) => from;
            public static Task<int> TotalAsync(this int[] all, int from) => Task.FromResult(from);
        }

        public class C
        {
            async Task M(Store store, int[] all) { [|store.Find(1, 2)|]; [|all.Total(3)|]; store.Send("a"); await Task.Delay(1); }
        }
        """);

    [Fact]
    public Task Queries_that_run_elsewhere() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Database;

        namespace Database
        {
            public static class Extensions
            {
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> query, CancellationToken token = default) => Task.FromResult(query.ToList());
                public static Task<int> CountAsync<T>(this IQueryable<T> query, CancellationToken token = default) => Task.FromResult(query.Count());
            }
        }

        public class C
        {
            async Task M(IQueryable<int> query, List<int> list) { [|query.Where(i => i > 1).ToList()|]; [|query.Count()|]; query.First(); list.Where(i => i > 1).ToList(); await Task.Delay(1); }
        }
        """);

    [Fact]
    public Task A_semaphore_and_a_sleep() => Verified("async Task M(SemaphoreSlim gate) { [|gate.Wait()|]; [|Thread.Sleep(100)|]; await Task.Delay(1); }");

    [Fact]
    public Task Lambdas_local_functions_and_conditional_access() => Verified(
        "void M(Store? store) { Func<Task> f = async () => { [|store!.Save()|]; await Task.Delay(1); }; f(); Local(); async Task Local() { store?[|.Save()|]; await Task.Delay(1); } }");

    [Fact]
    public Task A_long_call_is_flagged_at_its_name() => Verified(
        """
        async Task M(Store store)
            {
                store
                    .[|Load|](
                        "a");
                await store.SaveAsync();
            }
        """);

    [Fact]
    public Task The_message_names_both() => Verify.VerifyAsync(
        Code("async Task M(Store store) { {|#0:store.Save()|}; await Task.Delay(1); }"), Verify.Diagnostic(0, "Save", "SaveAsync"));

    [Fact]
    public Task Methods_that_are_not_async_are_silent() => Verified(
        "void M(Store store) { store.Save(); } Task N(Store store) { store.Save(); return Task.CompletedTask; } async Task O(Store store) { Action a = () => store.Save(); a(); Local(); await Task.Run(() => store.Save()); void Local() => store.Save(); }");

    [Fact]
    public Task An_obsolete_or_inaccessible_twin_is_silent() => Verified("async Task M(Store store) { store.Old(); store.Hidden(); await Task.Delay(1); }");

    [Fact]
    public Task A_twin_that_takes_or_gives_something_else_is_silent() => Verified("async Task M(Store store) { store.Other(1); store.Count(); store.Must(); await Task.Delay(1); }");

    [Fact]
    public Task A_call_of_the_own_synchronous_half_is_silent() => Verified(
        "int Load() => 1; async Task<int> LoadAsync() { await Task.Delay(1); return Load(); } class D : Store { public new async ValueTask SaveAsync() { await Task.Delay(1); base.Save(); } }");

    [Fact]
    public Task Disposals_and_additions_are_silent() => Verified("async Task M(Store store, CancellationTokenSource source) { store.Add(1); store.Dispose(); source.Cancel(); await Task.Delay(1); }");

    [Fact]
    public Task What_is_in_memory_is_silent() => Verified(
        """
        async Task M(MemoryStream memory, StringReader text, TextWriter writer)
            {
                memory.Flush(); text.ReadLine(); writer.WriteLine("x");
                Stream s = new MemoryStream(); s.Flush();
                using var reader = new StreamReader(s); reader.ReadToEnd();
                new StreamWriter(new MemoryStream()).Flush();
                Console.Out.WriteLine("x");
                await Task.Delay(1);
            }
        """);

    [Fact]
    public Task Where_nothing_can_be_awaited_it_is_silent() => Verified(
        "readonly object _gate = new(); async Task M(Store store) { lock (_gate) { store.Save(); } try { await Task.Delay(1); } catch (Exception) when (store.Load(\"a\") > 1) { } Console.Write(nameof(store.Save)); }");

    [Fact]
    public Task A_look_without_waiting_is_silent() => Verified("async Task<bool> M(SemaphoreSlim gate) { await Task.Delay(1); return gate.Wait(0) || gate.Wait(TimeSpan.Zero); }");

    [Fact]
    public Task Tests_are_silent() => Verify.VerifyAsync(
        Code("async Task M(Store store) { store.Save(); await Task.Delay(1); }"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));
}
