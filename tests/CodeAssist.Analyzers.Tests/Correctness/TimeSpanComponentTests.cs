using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.TimeSpanComponentAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class TimeSpanComponentTests
{
    [Theory]
    [InlineData("if ([|(b - a).Seconds|] > 10) { }")]
    [InlineData("if (10 <= [|(b - a).Minutes|]) { }")]
    [InlineData("var n = [|(b - a).Hours|] * 60;")]
    [InlineData("int n = [|b.Subtract(a).Milliseconds|];")]
    [InlineData("Console.WriteLine($\"took {[|watch.Elapsed.Milliseconds|]} ms\");")]
    [InlineData("Console.WriteLine(\"took \" + [|watch.Elapsed.Seconds|] + \" s\");")]
    [InlineData("Console.WriteLine([|Stopwatch.GetElapsedTime(0).Microseconds|]);")]
    [InlineData("var span = b - a; if ([|span.Seconds|] > 3) { }")]
    [InlineData("TimeSpan span = watch.Elapsed; Log([|span.Milliseconds|].ToString());")]
    [InlineData("if ([|elapsed.Seconds|] == [|_elapsedTotal.Seconds|]) { }")]
    [InlineData("System.Threading.Thread.Sleep([|(b - a).Milliseconds|]);")]
    [InlineData("Func<int> f = () => [|(b - a).Seconds|];")]
    [InlineData("if ([|(offset - offset).Minutes|] > 5) { }")]
    public Task A_component_stands_for_the_whole(string statement) => Verify.VerifyAsync(Source(statement));

    [Fact]
    public Task The_message_names_component_and_total() => Verify.VerifyAsync(
        Source("if ({|#0:(b - a).Seconds|} > 10) { }"),
        Verify.Diagnostic(0, "Seconds", "TotalSeconds"));

    [Theory]
    [InlineData("Log($\"{(b - a).Hours}:{(b - a).Minutes}:{(b - a).Seconds}\");")]
    [InlineData("var span = b - a; Log(span.Minutes + \"m\" + span.Seconds + \"s\");")]
    [InlineData("var span = b - a; Log((int)span.TotalHours + \"h\" + span.Minutes);")]
    [InlineData("var span = b - a; var c = new TimeSpan(span.Days, span.Hours, 0, 0);")]
    public Task Larger_parts_are_used_too(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("Log($\"{watch.Elapsed.Seconds:00}\");")]
    [InlineData("Log($\"{watch.Elapsed.Seconds:D2}\");")]
    [InlineData("Log(watch.Elapsed.Seconds.ToString(\"00\"));")]
    [InlineData("if (watch.Elapsed.Seconds % 2 == 0) { }")]
    [InlineData("if (watch.Elapsed.Milliseconds == 0) { }")]
    public Task Parts_of_a_clock(string statement) => Verify.VerifyAsync(Source(statement));

    [Theory]
    [InlineData("if ((b - a).Days > 30) { }")]
    [InlineData("if ((b - a).TotalSeconds > 30) { }")]
    [InlineData("if ((b - a).Ticks > 30) { }")]
    [InlineData("if (b.TimeOfDay.Hours > 12) { }")]
    [InlineData("if (span.Seconds > 12) { }")]
    [InlineData("if (b.Second > 12) { }")]
    [InlineData("if ((other - other).Seconds > 12) { }")]
    public Task The_whole_amount_and_other_times(string statement) => Verify.VerifyAsync(Source(statement));

    private static string Source(string statement) =>
        $$"""
        using System;
        using System.Diagnostics;

        class Other
        {
            public int Seconds;
            public static Other operator -(Other a, Other b) => a;
        }

        class C
        {
            private TimeSpan _elapsedTotal = TimeSpan.Zero;

            void M(DateTime a, DateTime b, DateTimeOffset offset, Stopwatch watch, TimeSpan {{(statement.Contains("span =", StringComparison.Ordinal) ? "unused" : "span")}}, TimeSpan elapsed, Other other)
            {
                {{statement}}
                Log(_elapsedTotal.ToString());
            }

            static void Log(string text) { }
        }
        """;
}
