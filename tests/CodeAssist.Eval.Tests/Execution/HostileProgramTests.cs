using System.Net;
using System.Net.Sockets;
using CodeAssist.Eval.Execution;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Execution;

/// <summary>What a completion may try. Each is scored as failed, and hurts nothing.</summary>
public class HostileProgramTests(Sandbox sandbox) : IClassFixture<Sandbox>
{
    private static readonly RunLimits Short = Sandbox.Limits with { Time = TimeSpan.FromSeconds(3) };

    [Fact]
    public async Task An_endless_loop_is_stopped() =>
        Assert.Equal(RunOutcome.TimedOut, (await sandbox.RunAsync("while (true) { }", Short with { Time = TimeSpan.FromSeconds(1) })).Outcome);

    [Fact]
    public async Task A_fork_bomb_stays_within_its_namespace()
    {
        var result = await sandbox.RunAsync("""
            using System.Diagnostics;
            for (var i = 0; i < 500; i++)
            {
                try { Process.Start("/bin/sh", ["-c", "f() { f | f & }; f; sleep 4242"]); } catch (System.Exception) { }
            }
            while (true) { }
            """, Short);

        Assert.NotEqual(RunOutcome.Passed, result.Outcome);
        // Nothing of it is left, here or in any namespace below.
        Assert.DoesNotContain(RunningCommands(), command => command.Contains("sleep 4242", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_gigabytes_are_not_given()
    {
        var result = await sandbox.RunAsync("""
            var blocks = new System.Collections.Generic.List<byte[]>();
            for (var i = 0; i < 100; i++)
                blocks.Add(new byte[100 << 20]);
            """);

        Assert.Equal(RunOutcome.OutOfMemory, result.Outcome);
    }

    [Fact]
    public async Task Nor_outside_the_managed_heap()
    {
        var result = await sandbox.RunAsync("""
            for (var i = 0; i < 100; i++)
                System.Runtime.InteropServices.Marshal.AllocHGlobal(100 << 20);
            """);

        Assert.Equal(RunOutcome.OutOfMemory, result.Outcome);
    }

    [Fact]
    public async Task The_tests_folder_and_the_home_are_not_there()
    {
        using var scratch = new Scratch();
        var hidden = scratch.Write("hidden-tests.cs", "the answer is 42");
        Assert.True(File.Exists(hidden));

        var result = await sandbox.RunAsync($$"""
            using System;
            using System.IO;
            foreach (var path in new[] { {{Literal(hidden)}}, {{Literal(AppContext.BaseDirectory)}}, {{Literal(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))}}, "/old", "/proc/1/root/old" })
            {
                try
                {
                    if (File.Exists(path) || (Directory.Exists(path) && Directory.GetFileSystemEntries(path).Length > 0))
                        Console.WriteLine("seen: " + path);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
            }
            foreach (var link in Directory.GetFileSystemEntries("/"))
                Console.WriteLine(link);
            throw new Exception(File.ReadAllText({{Literal(hidden)}}));
            """);

        Assert.Equal(RunOutcome.Failed, result.Outcome);
        Assert.DoesNotContain("seen", result.Output);
        Assert.DoesNotContain("42", result.Detail);
        Assert.Equal(["/bin", "/dev", "/etc", "/old", "/proc", "/runner", "/scratch", "/usr"],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("/lib") && line != "/sbin").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_socket_reaches_anything()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await sandbox.RunAsync($$"""
            using System.Net.Sockets;
            using var client = new TcpClient("127.0.0.1", {{port}});
            """);

        Assert.Equal(RunOutcome.Failed, result.Outcome);
        Assert.Contains("SocketException", result.Detail);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Files_cannot_be_deleted_or_written()
    {
        using var scratch = new Scratch();
        var mine = scratch.Write("mine.txt", "mine");
        if (!OperatingSystem.IsWindows())
        {
            // Anybody may write here: only the confinement is in the way.
            File.SetUnixFileMode(scratch.Folder, (UnixFileMode)0b111_111_111);
            File.SetUnixFileMode(mine, (UnixFileMode)0b110_110_110);
        }

        var result = await sandbox.RunAsync($$"""
            using System;
            using System.IO;
            foreach (var path in new[] { {{Literal(mine)}}, "/usr/bin/sh", "/runner/CodeAssist.Sandbox.dll", "/etc/ld.so.cache" })
            {
                try { File.WriteAllText(path, ""); Console.WriteLine("written: " + path); } catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
                try { if (File.Exists(path)) { File.Delete(path); Console.WriteLine("deleted: " + path); } } catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
            }
            File.WriteAllText("/scratch/own.txt", "own");
            foreach (var folder in Directory.GetDirectories("/"))
                try { Directory.Delete(folder, true); } catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
            throw new Exception("done");
            """);

        Assert.Equal((RunOutcome.Failed, "System.Exception: done", ""), (result.Outcome, result.Detail, result.Output));
        Assert.Equal("mine", File.ReadAllText(mine));
    }

    [Fact]
    public async Task A_disk_is_not_filled()
    {
        var result = await sandbox.RunAsync("""
            using var file = System.IO.File.Create("/scratch/large");
            var block = new byte[1 << 20];
            for (var i = 0; i < 1000; i++)
                file.Write(block);
            """);

        Assert.NotEqual(RunOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task A_flood_of_output_is_cut_off() =>
        Assert.Equal(RunOutcome.TooMuchOutput, (await sandbox.RunAsync("while (true) System.Console.WriteLine(new string('x', 10000));")).Outcome);

    [Fact]
    public async Task A_throw_on_the_finaliser_thread_is_a_crash()
    {
        var result = await sandbox.RunAsync("""
            Make();
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            static void Make() => new Bad();
            class Bad { ~Bad() => throw new System.Exception("from the grave"); }
            """);

        Assert.Equal(RunOutcome.Crashed, result.Outcome);
        Assert.Contains("from the grave", result.Detail);
    }

    [Fact]
    public async Task Leaving_with_exit_code_zero_is_no_success() =>
        Assert.Equal(RunOutcome.Crashed, (await sandbox.RunAsync("System.Environment.Exit(0);")).Outcome);

    [Fact]
    public async Task Leaving_from_another_thread_is_no_success() =>
        Assert.Equal(RunOutcome.Crashed, (await sandbox.RunAsync("new System.Threading.Thread(() => System.Environment.Exit(0)).Start(); System.Threading.Thread.Sleep(-1);")).Outcome);

    [Fact]
    public async Task A_report_written_by_the_program_itself_is_known_as_forged()
    {
        var result = await sandbox.RunAsync("""
            using System;
            using System.IO;
            using Microsoft.Win32.SafeHandles;
            var report = new byte[33];
            report[0] = (byte)'P';
            for (var descriptor = 0; descriptor < 256; descriptor++)
            {
                try
                {
                    using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
                    RandomAccess.Write(handle, report, 0);
                }
                catch (Exception) { }
            }
            Environment.Exit(0);
            """);

        Assert.NotEqual(RunOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task The_secret_cannot_be_read_from_memory_as_a_file()
    {
        var result = await sandbox.RunAsync("""
            using System;
            using System.IO;
            foreach (var path in new[] { "/proc/self/mem", "/proc/thread-self/mem", "/proc/1/mem" })
            {
                try { using var memory = File.OpenRead(path); Console.WriteLine("open: " + path); } catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
            }
            """);

        Assert.Equal((RunOutcome.Passed, ""), (result.Outcome, result.Output));
    }

    [Fact]
    public async Task A_finaliser_that_never_ends_is_stopped()
    {
        var result = await sandbox.RunAsync("""
            Make();
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            static void Make() => new Bad();
            class Bad { ~Bad() => System.Threading.Thread.Sleep(-1); }
            """, Short with { Time = TimeSpan.FromSeconds(2) });

        Assert.Equal(RunOutcome.TimedOut, result.Outcome);
    }

    [Fact]
    public async Task A_stack_that_overflows_is_a_crash() =>
        Assert.Equal(RunOutcome.Crashed, (await sandbox.RunAsync("Down(0); static int Down(int n) => Down(n + 1) + 1;")).Outcome);

    [Fact]
    public async Task Leaving_before_the_entry_point_is_no_success()
    {
        var result = await sandbox.RunAsync("""
            System.Diagnostics.Debug.Assert(false);
            static class Early
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Leave() => System.Environment.Exit(0);
            }
            """);

        Assert.Equal(RunOutcome.Crashed, result.Outcome);
    }

    [Fact]
    public async Task Nor_is_leaving_behind_the_back_of_the_test()
    {
        var result = await sandbox.RunAsync("""
            System.AppDomain.CurrentDomain.FirstChanceException += (_, _) => System.Environment.Exit(0);
            throw new System.Exception("wrong");
            """);

        Assert.NotEqual(RunOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task A_throw_on_another_thread_is_a_crash()
    {
        var result = await sandbox.RunAsync("""
            async void Throw() { await System.Threading.Tasks.Task.Yield(); throw new System.Exception("from elsewhere"); }
            Throw();
            System.Threading.Thread.Sleep(-1);
            """);

        Assert.Equal(RunOutcome.Crashed, result.Outcome);
        Assert.Contains("from elsewhere", result.Detail);
    }

    [Fact]
    public async Task An_exception_that_breaks_when_it_is_read_fails()
    {
        var result = await sandbox.RunAsync("""
            throw new Bad();
            class Bad : System.Exception { public override string Message => throw new System.Exception(); }
            """);

        Assert.Equal((RunOutcome.Failed, "an exception that cannot describe itself"), (result.Outcome, result.Detail));
    }

    [Fact]
    public async Task Another_console_hides_no_failed_assertion()
    {
        var result = await sandbox.RunAsync("""
            System.Console.SetOut(System.IO.TextWriter.Null);
            System.Console.SetError(System.IO.TextWriter.Null);
            System.Diagnostics.Debug.Assert(1 + 1 == 3);
            """);

        Assert.Equal(RunOutcome.Failed, result.Outcome);
        Assert.StartsWith("Assertion failed.", result.Detail);
    }

    [Fact]
    public async Task A_report_on_standard_output_is_output()
    {
        var result = await sandbox.RunAsync("""
            System.Console.OpenStandardOutput().Write(new byte[33]);
            System.Console.Out.Write("P");
            System.Console.Out.Flush();
            System.Environment.Exit(0);
            """);

        Assert.Equal(RunOutcome.Crashed, result.Outcome);
    }

    [Fact]
    public async Task The_pipe_is_not_found_among_the_files_of_the_process()
    {
        var result = await sandbox.RunAsync("""
            using System;
            using System.IO;
            for (var descriptor = 0; descriptor < 256; descriptor++)
            {
                foreach (var path in new[] { $"/proc/self/fd/{descriptor}", $"/proc/1/fd/{descriptor}", $"/dev/fd/{descriptor}" })
                {
                    try
                    {
                        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
                        file.Write(new byte[] { (byte)'P' });
                        file.Write(new byte[32]);
                    }
                    catch (Exception) { }
                }
            }
            Environment.Exit(0);
            """);

        Assert.NotEqual(RunOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task A_link_leads_nowhere_outside()
    {
        using var scratch = new Scratch();
        var hidden = scratch.Write("hidden-tests.cs", "the answer is 42");

        var result = await sandbox.RunAsync($$"""
            using System;
            using System.IO;
            var number = 0;
            foreach (var target in new[] { {{Literal(hidden)}}, "/proc/1/root" + {{Literal(hidden)}}, "/proc/1/cwd/.." + {{Literal(hidden)}}, "/../../.." + {{Literal(hidden)}}, "/old" + {{Literal(hidden)}} })
            {
                try
                {
                    var link = $"/scratch/link{number++}";
                    File.CreateSymbolicLink(link, target);
                    Console.WriteLine(File.ReadAllText(link));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
            }
            throw new Exception("done");
            """);

        Assert.Equal((RunOutcome.Failed, "System.Exception: done", ""), (result.Outcome, result.Detail, result.Output));
    }

    [Fact]
    public async Task Killing_all_there_is_kills_only_itself()
    {
        var result = await sandbox.RunAsync("""
            foreach (var process in System.Diagnostics.Process.GetProcesses())
            {
                try { process.Kill(); } catch (System.Exception) { }
            }
            System.Threading.Thread.Sleep(-1);
            """, Short);

        Assert.NotEqual(RunOutcome.Passed, result.Outcome);
        // The runner goes on with the next.
        Assert.Equal(RunOutcome.Passed, (await sandbox.RunAsync("return;")).Outcome);
    }

    [Fact]
    public async Task The_runner_found_by_reflection_says_no_success()
    {
        // Such a program is not even started where an answer is judged; the runner alone does not fall for it either.
        var result = await sandbox.RunAsync("""
            using System.Reflection;
            var channel = Assembly.GetEntryAssembly()!.GetType("CodeAssist.Sandbox.Channel")!;
            var taken = channel.GetMethod("Take")!.Invoke(null, null)!;
            channel.GetMethod("Leave")!.Invoke(taken, null);
            """);

        Assert.Equal((RunOutcome.Crashed, ""), (result.Outcome, result.Output));
    }

    private static string Literal(string path) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(path, quote: true);

    private static IEnumerable<string> RunningCommands()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            string command;
            try
            {
                command = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
                continue;
            }

            yield return command;
        }
    }
}
