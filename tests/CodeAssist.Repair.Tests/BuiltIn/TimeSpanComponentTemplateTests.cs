namespace CodeAssist.Repair.Tests.BuiltIn;

public class TimeSpanComponentTemplateTests
{
    private const string Id = "CDA1023";

    [Theory]
    [InlineData("if ((b - a).Minutes > 30) Log(1);", "if ((b - a).TotalMinutes > 30) Log(1);")]
    [InlineData("int n = (b - a).Seconds; Log(n);", "int n = (int)(b - a).TotalSeconds; Log(n);")]
    [InlineData("Log((b - a) /* all */ .Seconds * 1000);", "Log((int)(b - a) /* all */ .TotalSeconds * 1000);")]
    [InlineData("Log($\"{(b - a).Milliseconds} ms\");", "Log($\"{(b - a).TotalMilliseconds} ms\");")]
    [InlineData("Log($\"{(b - a).Milliseconds:N0} ms\");", "Log($\"{(int)(b - a).TotalMilliseconds:N0} ms\");")]
    [InlineData("var span = b - a;\n        Log(span.Hours); // hours", "var span = b - a;\n        Log((int)span.TotalHours); // hours")]
    public Task The_total_is_read(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task What_is_read_of_the_component_gets_no_template() => RepairVerifier.OffersNothingAsync(Id, Source("Log((b - a).Seconds.ToString());"));

    [Fact]
    public async Task The_title_names_the_total()
    {
        var outcome = await RepairVerifier.RepairAsync(Source("if ((b - a).Hours > 3) Log(1);"), Id);
        Assert.Equal("Use 'TotalHours'", outcome.Edit?.Title);
    }

    private static string Source(string statement) =>
        $$"""
        using System;

        class C
        {
            void M(DateTime a, DateTime b)
            {
                {{statement}}
            }

            static void Log(object value) => Console.WriteLine(value);
        }
        """;
}
