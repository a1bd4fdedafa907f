using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Exceptions.ExceptionDetailLostAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Exceptions;

public class ExceptionDetailLostTests
{
    private static Task InCatch(string clause, string members = "") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;

        class C
        {
            readonly List<Exception> _errors = new();
            static void Log(object o) { }
            static void Work() { }
            static void Cleanup() { }
            static object Fallback() => null!;

            void M(string name, CancellationToken token)
            {
                try { Work(); }
                {{clause}}
            }
            {{members}}
        }
        """);

    [Fact]
    public Task Only_the_message_is_kept() =>
        InCatch("""catch (Exception ex) { throw [|new InvalidOperationException(ex.Message)|]; }""");

    [Fact]
    public Task Nothing_is_kept() =>
        InCatch("""catch (Exception ex) { throw [|new InvalidOperationException("loading failed")|]; }""");

    [Fact]
    public Task The_caught_exception_has_no_name() =>
        InCatch("""catch (Exception) { throw [|new InvalidOperationException("loading failed")|]; }""");

    [Fact]
    public Task A_catch_without_a_type() =>
        InCatch("""catch { throw [|new InvalidOperationException("loading failed")|]; }""");

    [Fact]
    public Task System_exception_is_general() =>
        InCatch("""catch (SystemException ex) { throw [|new InvalidOperationException($"failed: {ex.Message}")|]; }""");

    [Fact]
    public Task A_message_that_is_logged_keeps_no_stack() =>
        InCatch("""catch (Exception ex) { Log(ex.Message); throw [|new InvalidOperationException("x")|]; }""");

    [Fact]
    public Task Messages_of_inner_exceptions_are_messages() =>
        InCatch("""catch (Exception ex) { throw [|new InvalidOperationException(ex.InnerException?.Message ?? ex.GetBaseException().Message + ex.GetType().Name)|]; }""");

    [Fact]
    public Task One_branch_of_a_handler() =>
        InCatch("""catch (Exception ex) { if (name == "") throw; throw [|new IOException(ex.Message)|]; }""");

    [Fact]
    public Task Both_sides_of_a_conditional() =>
        InCatch("""catch (Exception) { throw name == "" ? [|new IOException("a")|] : (Exception)[|new InvalidOperationException("b")|]; }""");

    [Fact]
    public Task A_throw_expression() =>
        InCatch("""catch (Exception) { var x = Fallback() ?? throw [|new IOException("none")|]; Log(x); }""");

    [Fact]
    public Task A_target_typed_creation() =>
        InCatch("""catch (Exception) { throw [|new("failed")|]; }""");

    [Fact]
    public Task A_local_that_is_thrown() =>
        InCatch("""catch (Exception) { var error = [|new IOException("failed")|]; throw error; }""");

    [Fact]
    public Task A_filter_that_rules_a_type_out_leaves_the_rest() =>
        InCatch("""catch (Exception ex) when (ex is not OperationCanceledException) { throw [|new IOException("x")|]; }""");

    [Fact]
    public Task An_optional_inner_exception() => InCatch(
        """catch (Exception) { throw [|new LoadError("x")|]; }""",
        """class LoadError(string message, Exception? inner = null) : Exception(message, inner);""");

    [Fact]
    public Task A_creation_over_several_lines_is_shown_on_its_first() => InCatch(
        """
        catch (Exception ex)
                {
                    throw [|new InvalidOperationException|](
                        ex.Message);
                }
        """);

    [Fact]
    public Task Lambdas_and_accessors_have_handlers_too() => Verify.VerifyAsync(
        """
        using System;
        class C
        {
            int P { get { try { return int.Parse(""); } catch (Exception) { throw [|new InvalidOperationException("x")|]; } } }
            Action A() => () => { try { } catch (Exception) { throw [|new InvalidOperationException("x")|]; } };
        }
        """);

    [Fact]
    public Task The_message_names_the_new_exception() => Verify.VerifyAsync(
        """
        using System;
        class C
        {
            void M()
            {
                try { }
                catch (Exception) { throw {|#0:new TimeoutException("late")|}; }
            }
        }
        """,
        Verify.Diagnostic(0, "TimeoutException"));

    [Fact]
    public Task Specific_exceptions_are_silent() =>
        InCatch("""catch (FormatException ex) { throw new InvalidOperationException(ex.Message); }""");

    [Fact]
    public Task The_caught_exception_passed_on_is_silent() =>
        InCatch("""catch (Exception ex) { throw new InvalidOperationException("failed", ex); }""");

    [Fact]
    public Task The_caught_exception_passed_to_a_log_is_silent() =>
        InCatch("""catch (Exception ex) { Log(ex); throw new InvalidOperationException("failed"); }""");

    [Fact]
    public Task The_caught_exception_kept_in_another_way_is_silent() =>
        InCatch("""catch (Exception ex) { throw new InvalidOperationException(ex.ToString()); }""");

    [Fact]
    public Task The_stack_kept_as_text_is_silent() =>
        InCatch("""catch (Exception ex) { throw new InvalidOperationException(ex.Message + ex.StackTrace); }""");

    [Fact]
    public Task A_stored_exception_is_silent() =>
        InCatch("""catch (Exception ex) { _errors.Add(ex); throw new InvalidOperationException("failed"); }""");

    [Fact]
    public Task An_unwrapped_inner_exception_is_silent() =>
        InCatch("""catch (Exception ex) { throw new InvalidOperationException("failed", ex.InnerException); }""");

    [Fact]
    public Task No_such_constructor_is_silent() => InCatch(
        """catch (Exception ex) { throw new Stopped(ex.Message); }""",
        """class Stopped(string message) : Exception(message);""");

    [Fact]
    public Task A_constructor_out_of_reach_is_silent() => InCatch(
        """catch (Exception ex) { throw new Stopped(ex.Message); }""",
        """
        class Stopped : Exception
            {
                public Stopped(string message) : base(message) { }
                private Stopped(string message, Exception inner) : base(message, inner) { }
            }
        """);

    [Fact]
    public Task A_constructor_that_would_drop_an_argument_is_silent() =>
        InCatch("""catch (Exception) { throw new ArgumentOutOfRangeException(nameof(name), name, "too long"); }""");

    [Fact]
    public Task An_explicit_null_is_silent() =>
        InCatch("""catch (Exception) { throw new InvalidOperationException("secret", null); }""");

    [Fact]
    public Task Cancellation_is_silent() =>
        InCatch("""catch (Exception) when (token.IsCancellationRequested) { throw new OperationCanceledException(token); }""");

    [Fact]
    public Task A_filter_for_a_type_is_silent() =>
        InCatch("""catch (Exception ex) when (ex is IOException or FormatException) { throw new InvalidOperationException("failed"); }""");

    [Fact]
    public Task A_branch_for_a_type_is_silent() =>
        InCatch("""catch (Exception ex) { if (ex is FileNotFoundException missing) throw new InvalidOperationException("no " + missing.FileName); throw; }""");

    [Fact]
    public Task A_handler_that_rethrows_all_other_types_is_silent() =>
        InCatch("""catch (Exception ex) { if (ex is not IOException) throw; throw new InvalidOperationException("disk"); }""");

    [Fact]
    public Task Several_failures_together_are_silent() =>
        InCatch("""catch (Exception) { throw new AggregateException(_errors); }""");

    [Fact]
    public Task Rethrow_is_silent() => InCatch("""catch (Exception) { Cleanup(); throw; }""");

    [Fact]
    public Task A_throw_in_a_lambda_of_the_handler_is_silent() =>
        InCatch("""catch (Exception ex) { Action later = () => throw new InvalidOperationException("later"); later(); Log(ex.Message); }""");

    [Fact]
    public Task A_throw_that_a_nested_try_catches_is_silent() =>
        InCatch("""catch (Exception) { try { throw new InvalidOperationException("x"); } catch (InvalidOperationException) { Cleanup(); } }""");

    [Fact]
    public Task The_outer_exception_passed_by_a_nested_handler_is_silent() =>
        InCatch("""catch (Exception ex) { try { Cleanup(); } catch (Exception) { throw new InvalidOperationException("cleanup", ex); } throw; }""");

    [Fact]
    public Task A_property_that_takes_the_caught_exception_is_silent() => InCatch(
        """catch (Exception ex) { throw new Failed("x") { Cause = ex }; }""",
        """
        class Failed : Exception
            {
                public Failed(string message) : base(message) { }
                public Failed(string message, Exception inner) : base(message, inner) { }
                public Exception? Cause { get; init; }
            }
        """);

    [Fact]
    public Task A_throw_outside_the_handler_is_silent() => Verify.VerifyAsync(
        """
        using System;
        class C
        {
            void M()
            {
                var error = new InvalidOperationException("x");
                try { throw new InvalidOperationException("y"); }
                catch (Exception) { throw error; }
                finally { }
                throw new InvalidOperationException("z");
            }
        }
        """);
}
