namespace CodeAssist.Repair.Tests.BuiltIn;

public class LogWithoutExceptionTemplateTests
{
    private static string Code(string clause) =>
        $$"""
        using System;
        using System.IO;
        using Microsoft.Extensions.Logging;

        class Loader(ILogger log, Serilog.ILogger serilog, log4net.ILog log4)
        {
            void Load(string path)
            {
                try { File.ReadAllText(path); }
                {{clause}}
                log.LogError("{A}{B}", serilog, log4);
            }
        }

        namespace Microsoft.Extensions.Logging
        {
            public struct EventId { public static implicit operator EventId(int id) => default; }
            public interface ILogger;
            public static class LoggerExtensions
            {
                public static void LogError(this ILogger logger, EventId eventId, Exception? exception, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, EventId eventId, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, Exception? exception, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, string? message, params object?[] args) { }
            }
        }
        namespace Serilog
        {
            public interface ILogger
            {
                void Error<T>(string template, T value);
                void Error<T>(Exception? exception, string template, T value);
            }
        }
        namespace log4net
        {
            public interface ILog
            {
                void Error(object? message);
                void Error(object? message, Exception exception);
                void ErrorFormat(string format, params object?[] args);
            }
        }
        """;

    private static Task Repairs(string clause, string expected) => RepairVerifier.RepairsAsync("CDA3003", Code(clause), Code(expected));

    [Fact]
    public Task Before_the_message() => Repairs(
        """catch (Exception ex) { log.LogError("failed: {M}", ex.Message); /* next */ }""",
        """catch (Exception ex) { log.LogError(ex, "failed: {M}", ex.Message); /* next */ }""");

    [Fact]
    public Task After_the_event() => Repairs(
        """catch (Exception ex) { log.LogError(7, $"failed: {ex.Message}"); }""",
        """catch (Exception ex) { log.LogError(7, ex, $"failed: {ex.Message}"); }""");

    [Fact]
    public Task A_generic_overload() => Repairs(
        """catch (IOException ex) { serilog.Error("failed: {Path}", path); }""",
        """catch (IOException ex) { serilog.Error(ex, "failed: {Path}", path); }""");

    [Fact]
    public Task Behind_the_message_and_with_a_name() => Repairs(
        """catch (IOException) { log4.Error("failed"); }""",
        """catch (IOException exception) { log4.Error("failed", exception); }""");

    [Fact]
    public Task A_catch_without_a_type_gets_one() => Repairs(
        """catch { log.LogError("failed"); }""",
        """catch (Exception exception) { log.LogError(exception, "failed"); }""");

    [Fact]
    public Task Nothing_where_there_is_no_overload() =>
        RepairVerifier.OffersNothingAsync("CDA3003", Code("""catch (Exception ex) { log4.ErrorFormat("failed: {0}", ex); }"""));
}
