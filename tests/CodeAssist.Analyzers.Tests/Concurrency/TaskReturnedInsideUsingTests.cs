using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.TaskReturnedInsideUsingAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class TaskReturnedInsideUsingTests
{
    [Fact]
    public Task A_call_that_takes_over_a_started_task_is_silent() => Verified(
        "Task<int> M() { try { var pending = CountAsync(); if (!pending.IsCompletedSuccessfully) return Awaited(pending); return Task.FromResult(pending.Result + 1); } catch (Exception e) { Log(e); return Task.FromResult(0); } } static async Task<int> Awaited(Task<int> pending) => await pending + 1;");

    [Fact]
    public Task A_call_that_is_given_some_other_task_is_no_takeover() => Verified(
        "Task M(Task<int> before) { try { return [|Saved(before)|]; } catch (IOException e) { Log(e); return Task.CompletedTask; } } static async Task Saved(Task before) { await before; await SaveAsync(); }");

    [Fact]
    public Task Several_tasks_together() => Verified(
        "Task M(string path) { using var writer = new StreamWriter(path); return [|Task.WhenAll(SaveAsync(), writer.WriteAsync(path))|]; }");

    [Fact]
    public Task A_local_function_that_uses_the_resource() => Verified(
        "Task M(string path) { using var writer = new StreamWriter(path); return [|WriteAsync()|]; async Task WriteAsync() => await writer.WriteAsync(path); } Task N() { using var stream = Open(); return OtherAsync(); Task OtherAsync() => SaveAsync(); }");

    private static string Code(string member) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        class Order { }

        class C
        {
            static Stream Open() => Stream.Null;
            static IDisposable Scope() => null!;
            static Task<int> CountAsync(object? o = null) => Task.FromResult(0);
            static Task SaveAsync(object? o = null) => Task.CompletedTask;
            static int Count(Stream s) => 0;
            static void Log(object o) { }
            Task<int>? _cached;

            {{member}}
        }
        """;

    private static Task Verified(string member) => Verify.VerifyAsync(Code(member));

    [Fact]
    public Task Using_declaration() => Verified(
        "Task<string> M(string url) { using var client = new HttpClient(); return [|client.GetStringAsync(url)|]; }");

    [Fact]
    public Task Using_statement() => Verified(
        "Task M(byte[] data) { using (var stream = Open()) { return [|stream.WriteAsync(data, 0, data.Length)|]; } }");

    [Fact]
    public Task Using_statement_on_a_parameter() => Verified("Task M(Stream stream) { using (stream) return [|stream.FlushAsync()|]; }");

    [Fact]
    public Task Wrapped_resource() => Verified(
        "Task<string> M() { using var stream = Open(); var reader = new StreamReader(stream); return [|reader.ReadToEndAsync()|]; }");

    [Fact]
    public Task Wrapped_in_the_expression() => Verified("Task<string> M() { using var stream = Open(); return [|new StreamReader(stream).ReadToEndAsync()|]; }");

    [Fact]
    public Task Task_in_a_local() => Verified("Task M() { using var stream = Open(); var task = stream.FlushAsync(); Log(1); return [|task|]; }");

    [Fact]
    public Task Resource_as_argument() => Verified("Task<int> M() { using var stream = Open(); return [|CountAsync(stream)|]; }");

    [Fact]
    public Task Value_task() => Verified("ValueTask<int> M(Memory<byte> buffer) { using var stream = Open(); return [|stream.ReadAsync(buffer)|]; }");

    [Fact]
    public Task Task_wrapped_in_a_value_task() => Verified("ValueTask<int> M() { using var stream = Open(); return [|new ValueTask<int>(CountAsync(stream))|]; }");

    [Fact]
    public Task Timeout_source() => Verified(
        "Task M(HttpClient client) { using var timeout = new CancellationTokenSource(1000); return [|client.GetAsync(\"x\", timeout.Token)|]; }");

    [Fact]
    public Task Rented_memory() => Verified("ValueTask<int> M(Stream stream) { using var owner = MemoryPool<byte>.Shared.Rent(); return [|stream.ReadAsync(owner.Memory)|]; }");

    [Fact]
    public Task Captured_by_a_lambda() => Verified("Task M() { using var stream = Open(); return [|Task.Run(() => stream.Flush())|]; }");

    [Fact]
    public Task All_of_many() => Verified(
        "Task M(string[] urls) { using var client = new HttpClient(); var tasks = urls.Select(url => client.GetAsync(url)).ToList(); return [|Task.WhenAll(tasks)|]; }");

    [Fact]
    public Task One_branch_of_a_conditional() => Verified("Task M(bool flag) { using var stream = Open(); return flag ? Task.CompletedTask : [|stream.FlushAsync()|]; }");

    [Fact]
    public Task Lambdas_local_functions_and_properties() => Verified(
        """
        Task P { get { using var stream = Open(); return [|stream.FlushAsync()|]; } }
            Func<Task> F() => () => { using var stream = Open(); return [|stream.FlushAsync()|]; };
            void M() { Local(); Task Local() { using var stream = Open(); return [|stream.FlushAsync()|]; } }
        """);

    [Fact]
    public Task A_lambda_given_to_run_that_ends_first() => Verified(
        "Task M() => Task.Run(() => { using var stream = Open(); return [|stream.FlushAsync()|]; });");

    [Fact]
    public Task Try_with_a_handling_catch() => Verified("Task<int> M() { try { return [|CountAsync()|]; } catch (Exception ex) { Log(ex); return Task.FromResult(0); } }");

    [Fact]
    public Task Try_that_logs_and_rethrows() => Verified("Task M() { try { return [|SaveAsync()|]; } catch (IOException ex) { Log(ex); throw; } }");

    [Fact]
    public Task Try_with_the_task_in_a_local() => Verified("Task<int> M() { try { var task = CountAsync(); return [|task|]; } catch (Exception) { return Task.FromResult(-1); } }");

    [Fact]
    public Task Finally_that_disposes() => Verified("Task M() { var stream = Open(); try { return [|stream.FlushAsync()|]; } finally { stream.Dispose(); } }");

    [Fact]
    public Task Finally_that_disposes_if_there_is_one() => Verified("Task M(Stream? stream) { try { return [|SaveAsync(stream)|]; } finally { if (stream != null) stream.Dispose(); } }");

    [Fact]
    public Task Finally_that_closes_what_may_be_null() => Verified("Task M(Stream? stream) { try { return [|SaveAsync(stream)|]; } finally { stream?.Close(); } }");

    [Fact]
    public Task Finally_that_returns_a_buffer() => Verified(
        "Task M(Stream s) { var buffer = ArrayPool<byte>.Shared.Rent(9); try { return [|s.ReadAsync(buffer, 0, 9)|]; } finally { ArrayPool<byte>.Shared.Return(buffer); } }");

    [Fact]
    public Task A_service_of_a_scope() => Verify.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;

        interface IServiceScope : IDisposable { IServiceProvider ServiceProvider { get; } }
        static class Services { public static T GetRequiredService<T>(this IServiceProvider provider) => (T)provider.GetService(typeof(T))!; }
        class Orders { public Task SendAsync() => Task.CompletedTask; }

        class C
        {
            static IServiceScope CreateScope() => null!;
            Task M() { using var scope = CreateScope(); return [|scope.ServiceProvider.GetRequiredService<Orders>().SendAsync()|]; }
            Task N() { using var scope = CreateScope(); var orders = scope.ServiceProvider.GetRequiredService<Orders>(); return [|orders.SendAsync()|]; }
        }
        """);

    [Fact]
    public Task A_query_that_has_yet_to_run() => Verified(
        "Task M(string[] names) { using var stream = Open(); var lines = names.Select(name => stream.ReadByte()); return [|SaveAsync(lines)|]; }");

    [Fact]
    public Task A_view_into_the_resource() => Verified(
        "Task M(string json) { using var document = JsonDocument.Parse(json); return [|SaveAsync(document.RootElement.GetProperty(\"x\"))|]; }");

    [Fact]
    public Task The_message_names_what_ends_first() => Verify.VerifyAsync(
        Code(
            """
            Task M() { using var {|#1:stream|} = Open(); return {|#0:stream.FlushAsync()|}; }
                Task N() { {|#3:try|} { return {|#2:SaveAsync()|}; } catch (Exception ex) { Log(ex); throw; } }
            """),
        Verify.Diagnostic(0, "stream").WithLocation(1),
        Verify.Diagnostic(2, "try").WithLocation(3));

    [Fact]
    public Task Awaited_tasks_are_silent() => Verified(
        "async Task M() { using var stream = Open(); await stream.FlushAsync(); } async Task<int> N() { using var stream = Open(); return await CountAsync(stream); }");

    [Fact]
    public Task Completed_tasks_are_silent() => Verified(
        """
        Task M() { using var stream = Open(); stream.Flush(); return Task.CompletedTask; }
            Task<int> N() { using var stream = Open(); return Task.FromResult(Count(stream)); }
            ValueTask<int> O() { using var stream = Open(); return new ValueTask<int>(Count(stream)); }
            ValueTask<int> P() { using var stream = Open(); return ValueTask.FromResult(Count(stream)); }
            Task<int> Q() { try { return Task.FromResult(Count(Open())); } catch (Exception ex) { Log(ex); return Task.FromResult(0); } }
        """);

    [Fact]
    public Task Waited_for_tasks_are_silent() => Verified(
        """
        Task M() { using var stream = Open(); var task = stream.FlushAsync(); task.Wait(); return task; }
            Task<int> N() { using var stream = Open(); var task = CountAsync(stream); if (task.IsCompletedSuccessfully) return task; task.GetAwaiter().GetResult(); return task; }
        """);

    [Fact]
    public Task Null_and_default_are_silent() => Verified(
        "Task? M() { using var stream = Open(); return null; } ValueTask N() { using var stream = Open(); return default; } Task<int>? O() { using var s = Open(); return default(Task<int>); }");

    [Fact]
    public Task A_lambda_that_owns_the_resource_is_silent() => Verified(
        "Task<int> M() => Task.Run(() => { using var stream = Open(); return Count(stream); }); Task N() { return Task.Run(async () => { using var stream = Open(); await stream.FlushAsync(); }); }");

    [Fact]
    public Task A_task_that_does_not_need_the_resource_is_silent() => Verified(
        """
        Task M() { using (Scope()) return SaveAsync(); }
            Task N() { using var scope = Scope(); return SaveAsync(); }
            Task<int> O() { using var stream = Open(); var text = new StreamReader(stream).ReadToEnd(); return CountAsync(text); }
            Task P() { using var stream = Open(); return SaveAsync(JsonSerializer.Deserialize<Order>(stream)); }
            Task Q() { using var stream = Open(); return SaveAsync(stream.Length); }
            Task S() { using var stream = Open(); var orders = Load(stream); return SaveAsync(orders); }
            Task T() { using var document = JsonDocument.Parse("{}"); var root = document.RootElement.Clone(); return SaveAsync(root); }
            Task U() { using var stream = Open(); return SaveAsync(Read<Order>(stream)); }
            static IReadOnlyList<Order> Load(Stream s) => [];
            static T Read<T>(Stream s) => default!;
            Task R() { using (var stream = Open()) { stream.Flush(); } return SaveAsync(); }
        """);

    [Fact]
    public Task A_catch_that_returns_a_failed_task_is_silent() => Verified(
        "Task<int> M() { try { return CountAsync(); } catch (Exception ex) { return Task.FromException<int>(ex); } }");

    [Fact]
    public Task A_catch_that_only_rethrows_is_silent() => Verified("Task<int> M() { try { return CountAsync(); } catch (IOException) { throw; } }");

    [Fact]
    public Task A_finally_that_releases_something_else_is_silent() => Verified(
        "Task M(Stream other) { try { return SaveAsync(); } finally { other.Dispose(); } }");

    [Fact]
    public Task A_finally_that_disposes_only_on_failure_is_silent() => Verified(
        "Task M() { var s = Open(); var ok = false; try { var t = s.FlushAsync(); ok = true; return t; } finally { if (!ok) s.Dispose(); } }");

    [Fact]
    public Task A_task_from_elsewhere_is_silent() => Verified(
        "Task<int> M(Task<int> task) { try { Log(1); return task; } catch (Exception ex) { Log(ex); return _cached!; } } Task N(TaskCompletionSource s) { try { Log(s); return s.Task; } catch (Exception ex) { Log(ex); throw; } }");

    [Fact]
    public Task The_returns_of_a_lambda_are_its_own() => Verified(
        "Task M() { using var stream = Open(); Func<Task> f = () => stream.FlushAsync(); f().Wait(); return Task.CompletedTask; }");

    [Fact]
    public Task A_return_beside_the_using_is_silent() => Verified(
        "Task M(bool flag, Stream stream) { if (flag) return stream.FlushAsync(); using (stream) { stream.Flush(); } return SaveAsync(); }");

    [Fact]
    public Task A_return_in_the_catch_is_silent() => Verified("Task<int> M() { try { Log(1); } catch (Exception ex) { Log(ex); return CountAsync(); } return CountAsync(); }");

    [Fact]
    public Task Results_that_are_no_tasks_are_silent() => Verified(
        "Stream M() { using var stream = Open(); return new BufferedStream(stream); } int N() { using var stream = Open(); return Count(stream); }");
}
