using Microsoft.CodeAnalysis.Testing;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Exceptions.SwallowedExceptionAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Exceptions;

public class SwallowedExceptionTests
{
    private static string InMethod(string signature, string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;

        enum Status { None, Failed }
        class Options { public string? Name; }

        class C
        {
            int _failures;
            bool _failed;
            object? _last;
            Status _status;
            event Action? Failed;
            static void Work() { }
            static void Log(string text) { }
            static int Read() => 0;

            {{signature}}
            {
                {{body}}
            }
        }
        """;

    private static Task InVoid(string body) => Verify.VerifyAsync(InMethod("void M(string path)", body));

    private static Task Returning(string type, string body, string name = "Load") => Verify.VerifyAsync(InMethod($"{type} {name}(string path)", body));

    [Fact]
    public Task An_empty_catch() => InVoid("try { Work(); } [|catch (Exception)|] { }");

    [Fact]
    public Task An_empty_catch_with_a_name() => InVoid("try { Work(); } [|catch (Exception ex)|] { }");

    [Fact]
    public Task An_empty_catch_without_a_type() => InVoid("try { Work(); } [|catch|] { }");

    [Fact]
    public Task System_exception_is_general() => InVoid("try { Work(); } [|catch (SystemException)|] { }");

    [Fact]
    public Task A_return_of_nothing() => Returning("string?", "try { return File.ReadAllText(path); } [|catch (Exception)|] { return null; }");

    [Fact]
    public Task A_return_of_false() => Returning("bool", "try { Work(); return true; } [|catch (Exception ex)|] { return false; }");

    [Fact]
    public Task A_return_of_a_default() => Returning("int", "try { return Read(); } [|catch|] { return default; }");

    [Fact]
    public Task A_return_of_a_number() => Returning("int", "try { return Read(); } [|catch|] { return -1; }");

    [Fact]
    public Task A_return_of_an_empty_collection() => Returning(
        "IReadOnlyList<string>", "try { return File.ReadAllLines(path); } [|catch (Exception)|] { return Array.Empty<string>(); }");

    [Fact]
    public Task A_return_of_an_empty_collection_expression() => Returning(
        "string[]", "try { return File.ReadAllLines(path); } [|catch (Exception)|] { return []; }");

    [Fact]
    public Task A_return_of_an_empty_object() => Returning("Options", "try { return new Options { Name = path }; } [|catch (Exception)|] { return new Options(); }");

    [Fact]
    public Task A_return_of_a_finished_task() => Returning("Task<int>", "try { return Task.FromResult(Read()); } [|catch (Exception)|] { return Task.FromResult(0); }");

    [Fact]
    public Task A_return_of_what_there_is() => Returning(
        "int", "var sum = 0; try { sum += Read(); } [|catch (Exception)|] { return sum; } return sum;");

    [Fact]
    public Task Going_on_with_the_loop() => InVoid("foreach (var c in path) { try { Work(); } [|catch (Exception)|] { continue; } }");

    [Fact]
    public Task Leaving_the_loop() => InVoid("while (true) { try { Work(); } [|catch|] { break; } }");

    [Fact]
    public Task Writing_nothing_down() => InVoid("string? text; try { text = path.Trim(); } [|catch (Exception)|] { text = null; }");

    [Fact]
    public Task A_discard_is_no_use() => InVoid("try { Work(); } [|catch (Exception ex)|] { _ = ex; }");

    [Fact]
    public Task An_empty_comment_explains_nothing() => InVoid(
        """
        try { Work(); } [|catch (Exception)|]
                {
                    //
                }
        """);

    [Fact]
    public Task The_last_of_several_catches() =>
        InVoid("""try { Work(); } catch (IOException) { Log("x"); } [|catch (Exception)|] { }""");

    [Fact]
    public Task Lambdas_local_functions_and_accessors() => Verify.VerifyAsync(
        """
        using System;
        class C
        {
            static void Work() { }
            Action A() => () => { try { Work(); } [|catch (Exception)|] { } };
            int P { get { try { Work(); return 1; } [|catch|] { return 0; } } }
            void M() { Local(); static void Local() { try { Work(); } [|catch|] { } } }
        }
        """);

    [Fact]
    public Task The_message_names_what_is_caught() => Verify.VerifyAsync(
        InMethod("void M()", "try { Work(); } {|#0:catch (SystemException)|} { } try { Work(); } {|#1:catch|} { }"),
        Verify.Diagnostic(0, "SystemException"),
        Verify.Diagnostic(1, "Exception"));

    [Fact]
    public Task A_comment_inside_is_silent() => InVoid(
        """
        try { Work(); }
                catch (Exception)
                {
                    // The cache is only a shortcut: without it the file is read again.
                }
        """);

    [Fact]
    public Task A_comment_on_the_line_of_the_catch_is_silent() => InVoid(
        """
        try { Work(); }
                catch { /* best effort */ }
                try { Work(); }
                catch (Exception) // best effort
                {
                }
                try { Work(); }
                catch (Exception) { } // best effort
        """);

    [Fact]
    public Task Code_of_another_configuration_is_silent() => InVoid(
        """
        try { Work(); }
                catch (Exception)
                {
        #if STRICT
                    throw;
        #endif
                }
        """);

    [Fact]
    public Task A_filter_is_silent() => InVoid("try { Work(); } catch (Exception ex) when (ex is IOException) { } try { Work(); } catch when (path.Length > 3) { }");

    [Fact]
    public Task Specific_exceptions_are_silent() => InVoid("try { Work(); } catch (FormatException) { }");

    [Fact]
    public Task Cancellation_is_silent() => InVoid("try { Work(); } catch (OperationCanceledException) { } try { Work(); } catch (TaskCanceledException) { }");

    [Fact]
    public Task A_fallback_of_a_method_that_tries_is_silent() =>
        Returning("bool", "try { Work(); return true; } catch (Exception) { return false; }", "TryLoad");

    [Fact]
    public Task A_local_function_that_tries_is_silent() =>
        InVoid("TryWork(); static bool TryWork() { try { Work(); return true; } catch (Exception) { return false; } }");

    [Fact]
    public Task A_lower_case_name_that_tries_is_silent() =>
        Returning("bool", "try { Work(); return true; } catch (Exception) { return false; }", "tryLoad");

    [Fact]
    public Task Retrying_is_not_trying() =>
        Returning("bool", "try { Work(); return true; } [|catch (Exception)|] { return false; }", "RetryLoad");

    [Fact]
    public Task Use_is_silent() => InVoid("try { Work(); } catch (Exception ex) { Log(ex.Message); } try { Work(); } catch (Exception ex) { _last = ex; }");

    [Fact]
    public Task A_log_without_the_exception_is_silent() => InVoid("""try { Work(); } catch (Exception) { Log("failed"); }""");

    [Fact]
    public Task A_throw_is_silent() => InVoid("""try { Work(); } catch (Exception) { throw; } try { Work(); } catch { if (_failed) throw new IOException("x"); }""");

    [Fact]
    public Task Counting_is_silent() => InVoid("try { Work(); } catch (Exception) { _failures++; } try { Work(); } catch { _failures += 1; }");

    [Fact]
    public Task Recording_is_silent() => InVoid(
        """
        var ok = true;
                try { Work(); } catch (Exception) { _failed = true; }
                try { Work(); } catch (Exception) { ok = false; }
                try { Work(); } catch (Exception) { _status = Status.Failed; }
                try { Work(); } catch (Exception) { Failed?.Invoke(); }
        """);

    [Fact]
    public Task A_value_that_names_the_failure_is_silent() => Verify.VerifyAsync(
        InMethod("Status Load()", "try { Work(); return Status.None; } catch (Exception) { return Status.Failed; }"));

    [Fact]
    public Task A_text_for_people_is_silent() => Returning("string", """try { return File.ReadAllText(path); } catch (Exception) { return "(unreadable)"; }""");

    [Fact]
    public Task Another_way_to_go_on_is_silent() => Returning("int", "try { return int.Parse(path); } catch (Exception) { return Read(); }");

    [Fact]
    public Task An_exit_code_is_silent() => Verify.VerifyAsync(
        """
        class Program
        {
            static int Main() { try { return int.Parse("1"); } catch { return 1; } }
        }
        """);

    [Fact]
    public Task A_retry_label_is_silent() => InVoid("again: try { Work(); } catch (Exception) { goto again; }");

    [Fact]
    public Task Test_projects_are_silent() => Verify.VerifyAsync(
        InMethod("void M()", "try { Work(); } catch (Exception) { }"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));
}
