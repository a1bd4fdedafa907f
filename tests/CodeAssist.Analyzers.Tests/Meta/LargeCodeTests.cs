using CodeAssist.Testing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>No rule breaks on code of unusual size, or takes the stack for it. What it costs is a benchmark.</summary>
public class LargeCodeTests
{
    public static TheoryData<string> Shapes => [.. LargeCode.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Large_code_is_analysed(string shape)
    {
        var reported = await RuleRun.OverAsync([RuleRun.Parse(LargeCode.Of(shape, LargeCode.UsualSize(shape)))]);
        Assert.DoesNotContain(reported, diagnostic => !diagnostic.Id.StartsWith("CDA", StringComparison.Ordinal));
    }
}
