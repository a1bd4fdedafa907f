using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Exceptions.LogWithoutExceptionAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Exceptions;

public class LogWithoutExceptionTests
{
    private const string Loggers =
        """
        namespace Microsoft.Extensions.Logging
        {
            public enum LogLevel { Trace, Debug, Information, Warning, Error, Critical, None }
            public struct EventId { public static implicit operator EventId(int id) => default; }
            public interface ILogger { bool IsEnabled(LogLevel level); }
            public static class LoggerExtensions
            {
                public static void LogDebug(this ILogger logger, System.Exception? exception, string? message, params object?[] args) { }
                public static void LogInformation(this ILogger logger, string? message, params object?[] args) { }
                public static void LogWarning(this ILogger logger, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, System.Exception? exception, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, EventId eventId, string? message, params object?[] args) { }
                public static void LogCritical(this ILogger logger, string? message, params object?[] args) { }
                public static void Log(this ILogger logger, LogLevel level, string? message, params object?[] args) { }
            }
        }
        namespace Serilog
        {
            namespace Events { public enum LogEventLevel { Information, Warning, Error } }
            public interface ILogger
            {
                void Error(string template);
                void Error<T>(string template, T value);
                void Error(System.Exception? exception, string template);
                void Write(Events.LogEventLevel level, string template);
            }
            public static class Log { public static void Fatal(string template) { } }
        }
        namespace NLog
        {
            public class Logger
            {
                public bool IsErrorEnabled => true;
                public void Error(string message) { }
                public void Error<T>(T value) { }
                public void Warn(string message, params object?[] args) { }
                public void Error(System.Exception exception, string message) { }
            }
        }
        namespace log4net
        {
            public interface ILog
            {
                void Error(object? message);
                void Error(object? message, System.Exception exception);
                void ErrorFormat(string format, params object?[] args);
            }
        }
        """;

    private static Task InCatch(string clause, string members = "") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;

        class C(ILogger log, Serilog.ILogger serilog, NLog.Logger nlog, log4net.ILog log4, List<Exception> errors)
        {
            static void Work() { }
            static void Report(object o) { }
            static string Describe(Exception e) => e.ToString();
            Exception? _last;
            bool _verbose;

            object? M(string name, TaskCompletionSource source)
            {
                try { Work(); }
                {{clause}}
                return (log, serilog, nlog, log4, errors, source, _last, _verbose, name);
            }
            {{members}}
        }
        {{Loggers}}
        """);

    [Theory]
    [InlineData("""log.LogError("failed")""")]
    [InlineData("""log.LogWarning("failed for {Name}", name)""")]
    [InlineData("""log.LogCritical("failed")""")]
    [InlineData("""log.LogError(7, "failed")""")]
    [InlineData("""log.Log(LogLevel.Error, "failed")""")]
    [InlineData("""serilog.Error("failed")""")]
    [InlineData("""serilog.Write(Serilog.Events.LogEventLevel.Warning, "failed")""")]
    [InlineData("""Serilog.Log.Fatal("failed")""")]
    [InlineData("""nlog.Error("failed")""")]
    [InlineData("""nlog.Warn("failed for {0}", name)""")]
    [InlineData("""log4.Error("failed")""")]
    [InlineData("""log4.ErrorFormat("failed for {0}", name)""")]
    public Task Every_logger_at_warning_and_above(string call) =>
        InCatch($$"""catch (Exception) { [|{{call}}|]; }""");

    [Theory]
    [InlineData("""log.LogError("failed: {Error}", ex)""")]
    [InlineData("""log.LogError("failed: " + ex)""")]
    [InlineData("""log.LogError($"failed: {ex.Message}")""")]
    [InlineData("""log.LogError(ex.ToString())""")]
    [InlineData("""log.LogError("failed: {M} {S}", ex.Message.Trim(), ex.StackTrace)""")]
    [InlineData("""serilog.Error("failed: {Error}", ex)""")]
    [InlineData("""log4.ErrorFormat("failed: {0}", ex)""")]
    [InlineData("""nlog.Warn(string.Format("failed: {0}", ex))""")]
    public Task A_format_argument_is_not_passing_the_exception(string call) =>
        InCatch($$"""catch (IOException ex) { [|{{call}}|]; }""");

    [Fact]
    public Task A_catch_without_a_type() => InCatch("""catch { [|log.LogError("failed")|]; }""");

    [Fact]
    public Task The_first_of_several_calls() =>
        InCatch("""catch (Exception ex) { log.LogInformation("x"); [|log.LogError("failed")|]; log.LogError(ex.Message); }""");

    [Fact]
    public Task A_test_whether_there_is_a_log_is_no_condition() => InCatch(
        """
        catch (FormatException ex) { if (log.IsEnabled(LogLevel.Error)) [|log.LogError(ex.Message)|]; }
        catch (IOException ex) { if (log is not null) { [|log.LogError(ex.Message)|]; } }
        catch (TimeoutException) { if (nlog.IsErrorEnabled) [|nlog.Error("late")|]; }
        catch (Exception) { nlog?[|.Error("x")|]; }
        """);

    [Fact]
    public Task A_new_exception_that_carries_nothing_is_no_rethrow() =>
        InCatch("""catch (Exception ex) { [|log.LogError(ex.Message)|]; throw new InvalidOperationException("failed"); }""");

    [Fact]
    public Task A_nested_try_in_a_handler() =>
        InCatch("""catch (Exception) { try { [|log.LogError("outer")|]; } catch (IOException) { [|log.LogError("inner")|]; } }""");

    [Fact]
    public Task A_call_over_several_lines_is_shown_on_its_first() => InCatch(
        """
        catch (Exception)
                {
                    [|log.LogError|](
                        "failed");
                }
        """);

    [Fact]
    public Task The_message_names_the_method() => Verify.VerifyAsync(
        $$"""
        using System;
        using Microsoft.Extensions.Logging;
        class C
        {
            void M(ILogger log)
            {
                try { }
                catch (Exception) { {|#0:log.LogError("failed")|}; }
            }
        }
        {{Loggers}}
        """,
        Verify.Diagnostic(0, "LogError"));

    [Theory]
    [InlineData("""log.LogError(ex, "failed");""")]
    [InlineData("""log.LogError("failed"); log.LogError(ex, "details");""")]
    [InlineData("""log.LogError("failed"); log.LogDebug(ex, "details");""")]
    [InlineData("""serilog.Error(ex, "failed");""")]
    [InlineData("""nlog.Error(ex, "failed");""")]
    [InlineData("""nlog.Error(ex);""")]
    [InlineData("""log4.Error("failed", ex);""")]
    [InlineData("""log4.Error(ex);""")]
    public Task The_exception_passed_to_a_log_is_silent(string statements) =>
        InCatch($$"""catch (Exception ex) { {{statements}} }""");

    [Theory]
    [InlineData("throw;")]
    [InlineData("throw new InvalidOperationException(\"x\", ex);")]
    [InlineData("System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(ex).Throw();")]
    [InlineData("if (name == \"\") throw;")]
    public Task A_rethrow_is_silent(string statement) =>
        InCatch($$"""catch (Exception ex) { log.LogError(ex.Message); {{statement}} }""");

    [Theory]
    [InlineData("Report(ex);")]
    [InlineData("errors.Add(ex);")]
    [InlineData("source.SetException(ex);")]
    [InlineData("_last = ex;")]
    [InlineData("return ex;")]
    [InlineData("Console.WriteLine(ex.ToString());")]
    public Task An_exception_that_goes_somewhere_else_is_silent(string statement) =>
        InCatch($$"""catch (Exception ex) { log.LogError(ex.Message); {{statement}} }""");

    [Fact]
    public Task A_description_made_by_other_code_is_silent() =>
        InCatch("""catch (Exception ex) { log.LogError(Describe(ex)); }""");

    [Fact]
    public Task Conditional_logs_are_silent() => InCatch(
        """
        catch (IOException ex) { if (ex is FileNotFoundException) log.LogWarning("no file"); else Report(ex.Message); }
        catch (Exception) { if (_verbose) log.LogError("failed"); switch (name) { case "": log.LogError("no name"); break; } foreach (var e in errors) log.LogError(e.Message); }
        """);

    [Fact]
    public Task Filters_are_silent() =>
        InCatch("""catch (IOException ex) when (ex.HResult == 32) { log.LogWarning("in use"); }""");

    [Fact]
    public Task Cancellation_is_silent() => InCatch(
        """
        catch (TaskCanceledException) { log.LogWarning("cancelled"); }
        catch (OperationCanceledException) { log.LogWarning("cancelled"); }
        """);

    [Fact]
    public Task Low_levels_are_silent() =>
        InCatch("""catch (FormatException) { log.LogInformation("no number"); log.Log(LogLevel.Information, "x"); serilog.Write(Serilog.Events.LogEventLevel.Information, "x"); }""");

    [Fact]
    public Task Logs_outside_a_catch_and_in_lambdas_are_silent() =>
        InCatch("""catch (Exception) { Action later = () => log.LogError("later"); Report(later); } log.LogError("always");""");

    [Fact]
    public Task Other_methods_with_such_names_are_silent() => InCatch(
        """catch (Exception) { new Notes().Error("failed"); }""",
        """class Notes { public void Error(string text) { } }""");
}
