using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.LockNotReleasedAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class LockNotReleasedTests
{
    [Theory]
    [InlineData("[|Monitor.Enter(_gate)|]; if (x > 0) return; Monitor.Exit(_gate);")]
    [InlineData("[|Monitor.Enter(_gate)|]; if (x > 0) throw new Exception(); Monitor.Exit(_gate);")]
    [InlineData("[|Monitor.Enter(_gate)|]; if (x > 0) { Use(); Monitor.Exit(_gate); }")]
    [InlineData("[|Monitor.Enter(_gate)|]; if (x > 0) Monitor.Exit(_gate); else Use();")]
    [InlineData("[|Monitor.Enter(_gate)|]; switch (x) { case 1: Monitor.Exit(_gate); break; case 2: break; }")]
    [InlineData("[|Monitor.Enter(_gate)|]; Use(x > 0 ? x : throw new Exception()); Monitor.Exit(_gate);")]
    [InlineData("while (x > 0) { [|Monitor.Enter(_gate)|]; if (x == 1) continue; Monitor.Exit(_gate); x--; }")]
    [InlineData("while (true) { [|Monitor.Enter(_gate)|]; if (x == 1) break; Monitor.Exit(_gate); }")]
    [InlineData("[|Monitor.Enter(_gate)|]; try { Use(); } finally { Use(); } if (x > 0) return; Monitor.Exit(_gate);")]
    [InlineData("if (x > 0) { [|Monitor.Enter(_gate)|]; if (x == 1) return; Monitor.Exit(_gate); }")]
    [InlineData("[|_lock.Enter()|]; if (x > 0) return; _lock.Exit();")]
    [InlineData("[|_rw.EnterReadLock()|]; if (x > 0) return; _rw.ExitReadLock();")]
    [InlineData("[|_rw.EnterWriteLock()|]; if (x > 0) return; _rw.ExitWriteLock();")]
    [InlineData("[|_mutex.WaitOne()|]; if (x > 0) return; _mutex.ReleaseMutex();")]
    [InlineData("[|_semaphore.Wait()|]; if (x > 0) return; _semaphore.Release();")]
    [InlineData("[|_semaphore.Wait(token)|]; if (x > 0) return; _semaphore.Release();")]
    [InlineData("var gate = new object(); [|Monitor.Enter(gate)|]; if (x > 0) return; Monitor.Exit(gate);")]
    [InlineData("Monitor.Enter(_other); [|Monitor.Enter(_gate)|]; if (x > 0) { Monitor.Exit(_other); return; } Monitor.Exit(_gate); Monitor.Exit(_other);")]
    public Task A_path_leaves_with_the_lock(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task A_lock_that_another_member_releases_is_silent_where_only_giving_up_does_it_here() => Verify.VerifyAsync(
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            readonly Mutex _mutex = new();
            readonly SemaphoreSlim _slots = new(3);
            readonly object _gate = new();

            bool Open(bool isNew)
            {
                try { _mutex.WaitOne(); } catch (AbandonedMutexException) { }
                if (!isNew) return false;
                try { Console.WriteLine(); return true; } catch { _mutex.ReleaseMutex(); throw; }
            }

            void Close() => _mutex.ReleaseMutex();

            async Task<bool> Run(Task work)
            {
                await _slots.WaitAsync();
                if (work.IsCanceled) { _slots.Release(); return false; }
                _ = work.ContinueWith(Ended);
                return true;
            }

            void Ended(Task work) { this._slots.Release(); }

            bool Add(int n)
            {
                [|Monitor.Enter(_gate)|];
                if (n < 0) { Monitor.Exit(_gate); return false; }
                return true;
            }
        }
        """);

    [Fact]
    public Task In_async_methods_and_lambdas() => Verify.VerifyAsync(
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            readonly SemaphoreSlim _semaphore = new(1);
            readonly object _gate = new();

            async Task<int> M(int x)
            {
                await [|_semaphore.WaitAsync()|];
                if (x > 0)
                    return 1;
                await Task.Yield();
                _semaphore.Release();
                return 0;
            }

            async Task N(int x, CancellationToken token)
            {
                await [|_semaphore.WaitAsync(token)|].ConfigureAwait(false);
                if (x > 0)
                    return;
                _semaphore.Release();
            }

            Action<int> L() => x => { [|Monitor.Enter(_gate)|]; if (x > 0) return; Monitor.Exit(_gate); };
        }
        """);

    [Fact]
    public Task The_message_names_lock_and_release() => Verify.VerifyAsync(
        Source("{|#0:_rw.EnterReadLock()|}; if (x > 0) return; _rw.ExitReadLock();"),
        Verify.Diagnostic(0, "_rw", "ExitReadLock"));

    [Theory]
    [InlineData("Monitor.Enter(_gate); Use(); Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); try { if (x > 0) return; Use(); } finally { Monitor.Exit(_gate); }")]
    [InlineData("try { Monitor.Enter(_gate); if (x > 0) throw new Exception(); } finally { Monitor.Exit(_gate); }")]
    [InlineData("Monitor.Enter(_gate); if (x > 0) { Monitor.Exit(_gate); return; } Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); if (x > 0) { Monitor.Exit(_gate); throw new Exception(); } Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); try { Use(); } catch { Monitor.Exit(_gate); throw; } Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); try { if (x > 0) throw new Exception(); } catch { Use(); } Monitor.Exit(_gate);")]
    [InlineData("if (x > 0) return; Monitor.Enter(_gate); Use(); Monitor.Exit(_gate);")]
    [InlineData("while (x > 0) { Monitor.Enter(_gate); x--; Monitor.Exit(_gate); if (x == 1) break; }")]
    [InlineData("lock (_gate) { if (x > 0) return; }")]
    [InlineData("using (_lock.EnterScope()) { if (x > 0) return; }")]
    [InlineData("_rw.EnterUpgradeableReadLock(); try { _rw.EnterWriteLock(); try { Use(); } finally { _rw.ExitWriteLock(); } } finally { _rw.ExitUpgradeableReadLock(); }")]
    public Task Released_on_every_path(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("if (!Monitor.TryEnter(_gate)) return; Use(); Monitor.Exit(_gate);")]
    [InlineData("var taken = false; try { Monitor.Enter(_gate, ref taken); if (x > 0) return; } finally { if (taken) Monitor.Exit(_gate); }")]
    [InlineData("if (!_semaphore.Wait(5)) return; _semaphore.Release();")]
    [InlineData("if (!_mutex.WaitOne(5)) return; _mutex.ReleaseMutex();")]
    [InlineData("if (_mutex.WaitOne()) { if (x > 0) return; _mutex.ReleaseMutex(); }")]
    [InlineData("if (!_rw.TryEnterReadLock(5)) return; _rw.ExitReadLock();")]
    public Task Attempts(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("Monitor.Enter(_gate); if (x > 0) { Unlock(); return; } Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); if (x > 0) { Finish(); return; } Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); Use();")]
    [InlineData("_semaphore.Wait(); Task.Run(() => { Use(); _semaphore.Release(); });")]
    [InlineData("_semaphore.Wait(); if (x > 0) return; Task.Run(() => _semaphore.Release()); _semaphore.Release();")]
    [InlineData("Monitor.Enter(_gate); if (x > 0) { Keep(_gate); return; } Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); if (x > 0) { _kept = _gate; return; } Monitor.Exit(_gate);")]
    public Task Released_elsewhere(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("if (x > 0) Monitor.Enter(_gate); Use(); if (x > 0) Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); var held = true; if (x > 0) { Monitor.Exit(_gate); held = false; } Use(); if (held) Monitor.Exit(_gate);")]
    [InlineData("for (var i = 0; i < x; i++) _semaphore.Wait(); Use(); _semaphore.Release(x);")]
    [InlineData("var node = _gate; Monitor.Enter(node); while (x > 0) { Monitor.Exit(node); node = _other; Monitor.Enter(node); x--; } Monitor.Exit(node);")]
    public Task Conditions_that_belong_together(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task Members_that_lock_for_their_caller() => Verify.VerifyAsync(
        """
        using System.Threading;

        class C
        {
            readonly object _gate = new();
            bool _closed;

            public void Lock() => Monitor.Enter(_gate);
            public void Unlock() => Monitor.Exit(_gate);

            public bool TryAcquire()
            {
                Monitor.Enter(_gate);
                if (!_closed)
                    return true;
                Monitor.Exit(_gate);
                return false;
            }
        }
        """);

    [Fact]
    public Task Types_of_somebody_s_own() => Verify.VerifyAsync(
        """
        class Gate { public void Enter() { } public void Exit() { } }
        class C
        {
            void M(Gate gate, bool on) { gate.Enter(); if (on) return; gate.Exit(); }
        }
        """);

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            readonly object _gate = new();
            readonly object _other = new();
            readonly Lock _lock = new();
            readonly ReaderWriterLockSlim _rw = new();
            readonly Mutex _mutex = new();
            readonly SemaphoreSlim _semaphore = new(1);
            object? _kept;

            void M(int x, CancellationToken token)
            {
                {{statements}}
            }

            void Unlock() => Monitor.Exit(_gate);
            void Finish() { Use(); Monitor.Exit(_gate); }
            void Keep(object gate) => _kept = gate;
            void Use(int x = 0) { }
        }
        """;
}
