using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.FormatArgumentMismatchAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class FormatArgumentMismatchTests
{
    [Fact]
    public Task Templates_in_test_projects_are_silent() => Verify.VerifyAsync(
        Source("""logger.LogInformation("{A} {B}", a); serilog.Information("{A}", a, b); string.Format([|"{0} {1}"|], a);"""),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Theory]
    [InlineData("string.Format([|\"{0} {1}\"|], a)")]
    [InlineData("string.Format([|\"{0} {2}\"|], a, b)")]
    [InlineData("string.Format([|\"{1} {2}\"|], a, b)")]
    [InlineData("string.Format([|\"{0}\"|], a, b)")]
    [InlineData("string.Format([|\"{0} {2}\"|], a, b, a)")]
    [InlineData("string.Format([|\"none\"|], a)")]
    [InlineData("string.Format([|\"{name}\"|], a)")]
    [InlineData("string.Format([|\"{0\"|], a)")]
    [InlineData("string.Format([|\"0}\"|], a)")]
    [InlineData("string.Format([|\"{}\"|], a)")]
    [InlineData("string.Format([|\"{0,x}\"|], a)")]
    [InlineData("string.Format([|\"{0} {1} {2} {3} {5}\"|], a, b, a, b, a)")]
    [InlineData("string.Format([|\"{0} {1} {2} {3}\"|], a, b, a, b, a)")]
    [InlineData("string.Format(CultureInfo.InvariantCulture, [|\"{0} {1}\"|], a)")]
    [InlineData("string.Format([|\"{0} {1}\"|], new object[] { a })")]
    [InlineData("string.Format(arg0: a, format: [|\"{0} {1}\"|])")]
    [InlineData("string.Format([|Constant|], a)")]
    [InlineData("new StringBuilder().AppendFormat([|\"{0} {1}\"|], a)")]
    [InlineData("Method([|\"{0} {1}\"|], a)")]
    [InlineData("Method([|\"done\"|], a)")]
    [InlineData("Marked([|\"{0} {1}\"|], a)")]
    public Task Expressions(string call) => Verify.VerifyAsync(Source($"object o = {call};"));

    [Theory]
    [InlineData("Console.WriteLine([|\"{0} {1}\"|], a);")]
    [InlineData("Console.Error.Write([|\"{1}\"|], a);")]
    [InlineData("writer.WriteLine([|\"{0}\"|], a, b);")]
    [InlineData("Debug.WriteLine([|\"{0} {1}\"|], b);")]
    [InlineData("Trace.TraceError([|\"{0} {1}\"|], a);")]
    [InlineData("Debug.Assert(b > 0, a, [|\"{0} {1}\"|], b);")]
    public Task Writers(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("logger.LogInformation([|\"{Name} {Count}\"|], a);")]
    [InlineData("logger.LogInformation([|\"{Name}\"|], a, b);")]
    [InlineData("logger.LogInformation([|\"{Name}\"|]);")]
    [InlineData("logger.LogError(new Exception(), [|\"failed\"|], a);")]
    [InlineData("serilog.Information([|\"{@Name} {Count}\"|], a);")]
    [InlineData("logger.LogInformation(\"{Name} {Count:N0}\", a, b);", false)]
    [InlineData("logger.LogInformation(\"{{Name}} {Count,5}\", b);", false)]
    [InlineData("logger.LogInformation(\"{0} {1}\", a, b);", false)]
    [InlineData("logger.LogInformation(\"{0} {0}\", a);", false)]
    [InlineData("logger.LogInformation(\"text { without name }}\");", false)]
    [InlineData("serilog.Information(\"{@Name}\", a);", false)]
    [InlineData("logger.LogInformation(a);", false)]
    [InlineData("logger.LogInformation(\"{Name}\", items);", false)]
    public Task Templates_of_loggers(string statement, bool reported = true)
    {
        Assert.Equal(reported, statement.Contains("[|", StringComparison.Ordinal));
        return Verify.VerifyAsync(Source(statement));
    }

    [Fact]
    public Task The_message_says_what_disagrees() => Verify.VerifyAsync(
        Source("Console.WriteLine({|#0:\"{0} {1}\"|}, a); Console.WriteLine({|#1:\"{0}\"|}, a, {|#2:b|}); Console.WriteLine({|#3:\"{x}\"|}, a);"),
        Verify.Diagnostic(0, "'{1}' has no argument"),
        Verify.Diagnostic(1, "the argument 'b' is in no placeholder").WithLocation(2),
        Verify.Diagnostic(3, "'{x}' is no placeholder"));

    [Theory]
    [InlineData("string.Format(\"{0} {1}\", a, b)")]
    [InlineData("string.Format(\"{1} {0} {1}\", a, b)")]
    [InlineData("string.Format(\"{{0}} {0}\", a)")]
    [InlineData("string.Format(\"{0,10} {1,-5:N2} {2:yyyy-MM-dd HH:mm}\", a, b, DateTime.Now)")]
    [InlineData("string.Format(\"{0 }\", a)")]
    [InlineData("string.Format(\"{0} {1} {2} {3}\", a, b, a, b)")]
    [InlineData("string.Format(\"{0} {1}\", items)")]
    [InlineData("string.Format(\"{0} {1}\", texts)")]
    [InlineData("string.Format(\"{0} {1}\", new object[] { a, b })")]
    [InlineData("string.Format(a, b)")]
    [InlineData("string.Format($\"{a} {{0}} {{1}}\", b)")]
    public Task They_agree_or_are_not_known(string call) => Verify.VerifyAsync(Source($"object o = {call};"));

    [Theory]
    [InlineData("Console.WriteLine(\"{0} {1}\");")]
    [InlineData("Method(\"%d %s\", a, b);")]
    [InlineData("Method(\"{name}\", a);")]
    [InlineData("Method(\"{0}\");")]
    [InlineData("DateTime.Now.ToString(\"{0}\");")]
    [InlineData("Other(\"{0} {1}\", a);")]
    [InlineData("Names(\"{0} {1}\", a, b);")]
    public Task What_is_no_composite_format(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("Console.WriteLine(\"{0}\", a, b /* not used in this language */);")]
    [InlineData("// The German text omits the count.\n        Console.WriteLine(\"{0}\", a, b);")]
    public Task An_argument_that_is_left_out_on_purpose(string statement) => Verify.VerifyAsync(Source(statement));

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using System.Globalization;
        using System.IO;
        using System.Text;
        using Microsoft.Extensions.Logging;

        class C
        {
            const string Constant = "{0} {1}";

            void M(string a, int b, object[] items, string[] texts, TextWriter writer, ILogger logger, Serilog.ILogger serilog)
            {
                {{statements}}
            }

            static object Method(string format, params object[] args) => string.Format(format, args);
            static object Marked([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string text, params object[] args) => string.Format(text, args);
            static object Other(string format, object value) => format + value;
            static object Names(string text, params object[] names) => text + names.Length;
        }

        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { }

            public static class LoggerExtensions
            {
                public static void LogInformation(this ILogger logger, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, Exception? exception, string? message, params object?[] args) { }
            }
        }

        namespace Serilog
        {
            public interface ILogger
            {
                void Information<T>(string messageTemplate, T propertyValue);
                void Information(string messageTemplate, params object?[] propertyValues);
            }
        }
        """;
}
