using CodeAssist.Testing;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>The presets name every rule once, with the severity that it promises, and nothing else.</summary>
public class PresetTests
{
    [Fact]
    public void None_switches_every_rule_off() => Verify("None", _ => "none");

    [Fact]
    public void Recommended_keeps_the_promise() => Verify("Recommended", rule => rule.Recommended);

    [Fact]
    public void All_makes_every_rule_a_suggestion_at_least() => Verify("All", rule => rule.InAll);

    private static void Verify(string preset, Func<BuiltRule, string> severity)
    {
        var lines = File.ReadAllLines(Repository.PathOf("src/CodeAssist.Package/build/presets", preset + ".globalconfig"));
        Assert.Contains("is_global = true", lines);
        Assert.Contains("global_level = -1", lines);
        Assert.Equal(
            BuiltRule.All.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {severity(rule)}"),
            lines.Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
