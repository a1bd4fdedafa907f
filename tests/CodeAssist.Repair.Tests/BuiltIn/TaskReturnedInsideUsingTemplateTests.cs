namespace CodeAssist.Repair.Tests.BuiltIn;

public class TaskReturnedInsideUsingTemplateTests
{
    private static string Code(string member) =>
        $$"""
        using System;
        using System.IO;
        using System.Threading.Tasks;

        class C
        {
            static Stream Open() => Stream.Null;
            static Task<int> CountAsync(object? o = null) => Task.FromResult(0);
            static Task SaveAsync(object? o = null) => Task.CompletedTask;
            static void Log(object o) { }

            {{member}}
        }
        """;

    private static Task Repairs(string member, string expected) => RepairVerifier.RepairsAsync("CDA2001", Code(member), Code(expected));

    private static Task OffersNothing(string member) => RepairVerifier.OffersNothingAsync("CDA2001", Code(member));

    [Fact]
    public Task A_task_with_a_result() => Repairs(
        "public static Task<int> M() { using var stream = Open(); return CountAsync(stream); }",
        "public static async Task<int> M() { using var stream = Open(); return await CountAsync(stream); }");

    [Fact]
    public Task Where_every_await_is_configured_the_new_one_is() => Repairs(
        "Task<int> M(bool now) { using var stream = Open(); return now ? CountAsync() : CountAsync(stream); } async Task N() => await SaveAsync().ConfigureAwait(false);",
        "async Task<int> M(bool now) { using var stream = Open(); return await (now ? CountAsync() : CountAsync(stream)).ConfigureAwait(false); } async Task N() => await SaveAsync().ConfigureAwait(false);");

    [Fact]
    public Task A_method_without_modifiers() => Repairs(
        """
        /// <summary>Counts.</summary>
            Task<int> M()
            {
                using (var stream = Open())
                {
                    return CountAsync(stream); // all of it
                }
            }
        """,
        """
        /// <summary>Counts.</summary>
            async Task<int> M()
            {
                using (var stream = Open())
                {
                    return await CountAsync(stream); // all of it
                }
            }
        """);

    [Fact]
    public Task A_value_task() => Repairs(
        "ValueTask<int> M(Memory<byte> buffer) { using var stream = Open(); return stream.ReadAsync(buffer); }",
        "async ValueTask<int> M(Memory<byte> buffer) { using var stream = Open(); return await stream.ReadAsync(buffer); }");

    [Fact]
    public Task A_conditional_is_parenthesised() => Repairs(
        "Task<int> M(bool flag) { using var stream = Open(); return flag ? CountAsync(stream) : CountAsync(); }",
        "async Task<int> M(bool flag) { using var stream = Open(); return await (flag ? CountAsync(stream) : CountAsync()); }");

    [Fact]
    public Task Every_other_return_awaits_too() => Repairs(
        """
        Task<int> M(string path)
            {
                if (path.Length == 0)
                    return Task.FromResult(0);
                using var stream = Open();
                return CountAsync(stream);
            }
        """,
        """
        async Task<int> M(string path)
            {
                if (path.Length == 0)
                    return await Task.FromResult(0);
                using var stream = Open();
                return await CountAsync(stream);
            }
        """);

    [Fact]
    public Task The_returns_of_functions_within_stay() => Repairs(
        "Task<int> M() { using var stream = Open(); return CountAsync(stream); Task<int> Other() { return CountAsync(); } }",
        "async Task<int> M() { using var stream = Open(); return await CountAsync(stream); Task<int> Other() { return CountAsync(); } }");

    [Fact]
    public Task A_task_without_a_result_at_the_end() => Repairs(
        """
        Task M()
            {
                using var stream = Open();
                return stream.FlushAsync();
            }
        """,
        """
        async Task M()
            {
                using var stream = Open();
                await stream.FlushAsync();
            }
        """);

    [Fact]
    public Task A_using_statement_without_braces() => Repairs(
        "Task M(Stream stream) { using (stream) return stream.FlushAsync(); }",
        "async Task M(Stream stream) { using (stream) await stream.FlushAsync(); }");

    [Fact]
    public Task A_task_without_a_result_before_the_end() => Repairs(
        """
        Task M(string path)
            {
                using (var stream = Open())
                {
                    if (path.Length > 0)
                        return SaveAsync(stream); // the usual way
                    Log(path);
                }

                return SaveAsync();
            }
        """,
        """
        async Task M(string path)
            {
                using (var stream = Open())
                {
                    if (path.Length > 0)
                    {
                        await SaveAsync(stream); // the usual way
                        return;
                    }
                    Log(path);
                }

                await SaveAsync();
                return;
            }
        """);

    [Fact]
    public Task A_try_that_handles() => Repairs(
        "Task<int> M() { try { return CountAsync(); } catch (Exception ex) { Log(ex); return Task.FromResult(-1); } }",
        "async Task<int> M() { try { return await CountAsync(); } catch (Exception ex) { Log(ex); return await Task.FromResult(-1); } }");

    [Fact]
    public Task A_try_without_a_result() => Repairs(
        """
        Task M()
            {
                try
                {
                    return SaveAsync();
                }
                catch (Exception ex)
                {
                    Log(ex);
                    throw;
                }
            }
        """,
        """
        async Task M()
            {
                try
                {
                    await SaveAsync();
                    return;
                }
                catch (Exception ex)
                {
                    Log(ex);
                    throw;
                }
            }
        """);

    [Fact]
    public Task A_local_function() => Repairs(
        "Task<int> M() { return Local(); static Task<int> Local() { using var stream = Open(); return CountAsync(stream); } }",
        "Task<int> M() { return Local(); static async Task<int> Local() { using var stream = Open(); return await CountAsync(stream); } }");

    [Fact]
    public Task Line_ends_stay() => RepairVerifier.RepairsAsync(
        "CDA2001",
        Code("Task M(bool b)\n    {\n        using var s = Open();\n        if (b)\n            return SaveAsync(s);\n        return SaveAsync();\n    }").ReplaceLineEndings("\r\n"),
        Code("async Task M(bool b)\n    {\n        using var s = Open();\n        if (b)\n        {\n            await SaveAsync(s);\n            return;\n        }\n        await SaveAsync();\n        return;\n    }").ReplaceLineEndings("\r\n"));

    [Fact]
    public Task A_lambda_is_left_alone() => OffersNothing("Func<Task> F() => () => { using var stream = Open(); return stream.FlushAsync(); };");

    [Fact]
    public Task A_property_cannot_be_async() => OffersNothing("Task P { get { using var stream = Open(); return stream.FlushAsync(); } }");

    [Fact]
    public Task A_span_parameter_cannot_cross_an_await() => OffersNothing("Task M(ReadOnlySpan<byte> data) { using var stream = Open(); Log(data.Length); return stream.FlushAsync(); }");

    [Fact]
    public Task A_reference_parameter_cannot_cross_an_await() => OffersNothing("Task M(out int n) { using var stream = Open(); n = 1; return stream.FlushAsync(); }");

    [Fact]
    public Task An_await_in_a_lock_is_an_error() => OffersNothing("Task M() { using var stream = Open(); lock (stream) { return stream.FlushAsync(); } }");

    [Fact]
    public Task A_return_of_null_is_no_task() => OffersNothing("Task<int>? M(bool b) { if (b) return null; using var stream = Open(); return CountAsync(stream); }");
}
