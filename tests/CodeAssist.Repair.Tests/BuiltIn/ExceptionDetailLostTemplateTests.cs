namespace CodeAssist.Repair.Tests.BuiltIn;

public class ExceptionDetailLostTemplateTests
{
    private static string Code(string clause, string member = "") =>
        $$"""
        using System;
        using System.IO;

        class Loader
        {
            string Load(string path)
            {
                try { return File.ReadAllText(path); }
                {{clause}}
            }
            {{member}}
        }
        """;

    private static Task Repairs(string clause, string expected, string member = "") =>
        RepairVerifier.RepairsAsync("CDA3002", Code(clause, member), Code(expected, member));

    [Fact]
    public Task The_exception_has_a_name() => Repairs(
        """catch (Exception ex) { throw new InvalidOperationException($"{path}: {ex.Message}"); }""",
        """catch (Exception ex) { throw new InvalidOperationException($"{path}: {ex.Message}", ex); }""");

    [Fact]
    public Task The_exception_has_no_name() => Repairs(
        """catch (Exception) { throw new InvalidOperationException("unreadable" /* why? */); }""",
        """catch (Exception exception) { throw new InvalidOperationException("unreadable" /* why? */, exception); }""");

    [Fact]
    public Task The_catch_has_no_type() => Repairs(
        """catch { throw new InvalidOperationException("unreadable"); }""",
        """catch (Exception exception) { throw new InvalidOperationException("unreadable", exception); }""");

    [Fact]
    public Task A_name_that_is_taken_is_not_used() => Repairs(
        """catch (Exception) { var exception = path; throw new InvalidOperationException(exception); }""",
        """catch (Exception exception2) { var exception = path; throw new InvalidOperationException(exception, exception2); }""");

    [Fact]
    public Task A_parameter_between_message_and_inner_exception() => Repairs(
        """catch (Exception ex) { throw new ArgumentException(ex.Message, nameof(path)); }""",
        """catch (Exception ex) { throw new ArgumentException(ex.Message, nameof(path), ex); }""");

    [Fact]
    public Task A_named_argument_stays_named() => Repairs(
        """catch (Exception ex) { throw new InvalidOperationException(message: ex.Message); }""",
        """catch (Exception ex) { throw new InvalidOperationException(message: ex.Message, innerException: ex); }""");

    [Fact]
    public Task An_optional_inner_exception() => Repairs(
        """catch (Exception ex) { throw new LoadError("x", 3); }""",
        """catch (Exception ex) { throw new LoadError("x", 3, ex); }""",
        """class LoadError(string message, int code, Exception? inner = null) : Exception(message, inner) { public int Code => code; }""");

    [Fact]
    public Task Line_breaks_stay() => RepairVerifier.RepairsAsync(
        "CDA3002",
        Code("catch (Exception ex)\n        {\n            throw new InvalidOperationException(\n                ex.Message); // lost\n        }").Replace("\n", "\r\n"),
        Code("catch (Exception ex)\n        {\n            throw new InvalidOperationException(\n                ex.Message, ex); // lost\n        }").Replace("\n", "\r\n"));

    [Fact]
    public Task A_message_is_not_made_up() => RepairVerifier.OffersNothingAsync(
        "CDA3002", Code("catch (Exception) { throw new InvalidOperationException(); }"));

    [Fact]
    public Task A_parameter_name_is_no_message() => RepairVerifier.OffersNothingAsync(
        "CDA3002", Code("catch (Exception) { throw new ArgumentNullException(nameof(path)); }"));
}
