using System.Text.Json;
using CodeAssist.Cli.Loading;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>The SARIF log has what GitHub's code scanning asks for, and says the same as the other formats.</summary>
public class AnalyzeSarifTests
{
    [Fact]
    public async Task A_log_has_the_structure_that_code_scanning_needs()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch.Folder, ".git"));
        var file = scratch.Write(Path.Combine("src", "my app", "Boxes.cs"), Sources.Swapped);
        var run = await Tool.RunAsync("analyze", file, "--format", "sarif");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json"), (run.Json.Text("version"), run.Json.Text("$schema")));
        var log = Assert.Single(run.Json.GetProperty("runs").EnumerateArray());
        var driver = log.GetProperty("tool").GetProperty("driver");
        Assert.Equal("CodeAssist", driver.Text("name"));
        Assert.Equal(ToolVersion.Text, driver.Text("version"));
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(Explaining.RulePage.Ids, rules.Select(rule => rule.Text("id")));
        Assert.All(rules, rule =>
        {
            Assert.Equal(OwnAnalyzers.NameOf(rule.Text("id")!), rule.Text("name"));
            Assert.All(["shortDescription", "fullDescription", "help"], name => Assert.NotEmpty(rule.GetProperty(name).Text("text")!));
            Assert.EndsWith($"/docs/rules/{rule.Text("id")}.md", rule.Text("helpUri"), StringComparison.Ordinal);
            Assert.Equal(rule.Text("id") is "CDA1016" or "CDA1020" or "CDA1029" ? "warning" : "note", rule.GetProperty("defaultConfiguration").Text("level"));
            Assert.NotEmpty(rule.GetProperty("properties").GetProperty("tags").EnumerateArray());
        });

        var result = Assert.Single(log.GetProperty("results").EnumerateArray());
        Assert.Equal(("CDA1006", "note"), (result.Text("ruleId"), result.Text("level")));
        Assert.Equal("CDA1006", rules[result.Number("ruleIndex")].Text("id"));
        Assert.NotEmpty(result.GetProperty("message").Text("text")!);
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.Equal(("src/my%20app/Boxes.cs", "%SRCROOT%"), (place.GetProperty("artifactLocation").Text("uri"), place.GetProperty("artifactLocation").Text("uriBaseId")));
        var region = place.GetProperty("region");
        Assert.Equal((5, 57, 5, 63), (region.Number("startLine"), region.Number("startColumn"), region.Number("endLine"), region.Number("endColumn")));
        Assert.Equal(new Uri(scratch.Folder + "/").AbsoluteUri, log.GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").Text("uri"));
        var related = Assert.Single(result.GetProperty("relatedLocations").EnumerateArray()).GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((5, 65), (related.Number("startLine"), related.Number("startColumn")));
        Assert.Equal("utf16CodeUnits", log.Text("columnKind"));
        var invocation = Assert.Single(log.GetProperty("invocations").EnumerateArray());
        Assert.Equal((true, 1), (invocation.GetProperty("executionSuccessful").GetBoolean(), invocation.Number("exitCode")));
        Assert.False(result.TryGetProperty("baselineState", out _));
        Assert.DoesNotContain(Nulls(run.Json), isNull => isNull);
    }

    [Fact]
    public async Task The_fingerprint_is_that_of_the_json()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Boxes.cs", Sources.Swapped);
        var json = await Tool.RunAsync("analyze", file, "--format", "json");
        var sarif = await Tool.RunAsync("analyze", file, "--format", "sarif");
        Assert.Equal(
            json.Json.GetProperty("diagnostics")[0].Text("fingerprint"),
            Results(sarif)[0].GetProperty("partialFingerprints").Text("codeassist/v1"));
    }

    [Fact]
    public async Task Known_findings_are_unchanged_and_suppressed_and_the_others_new()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", Sources.Identical);
        var baseline = Path.Combine(scratch.Folder, "codeassist.baseline");
        await Tool.RunAsync("analyze", file, "--baseline", baseline, "--update-baseline");
        scratch.Write("Ranges.cs", Sources.Identical + Sources.Swapped);
        var run = await Tool.RunAsync("analyze", file, "--baseline", baseline, "--format", "sarif");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["CDA1001 unchanged external", "CDA1006 new "], Results(run).Select(result =>
            $"{result.Text("ruleId")} {result.Text("baselineState")} {string.Concat(result.GetProperty("suppressions").EnumerateArray().Select(one => one.Text("kind")))}"));
    }

    [Fact]
    public async Task A_log_without_findings_is_a_log()
    {
        using var scratch = new Scratch();
        var run = await Tool.RunAsync("analyze", scratch.Write("Clean.cs", "System.Console.WriteLine(1);\n"), "--format", "sarif");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(Results(run));
    }

    private static IReadOnlyList<JsonElement> Results(ToolRun run) => [.. run.Json.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static IEnumerable<bool> Nulls(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Nulls(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Nulls),
        var kind => [kind == JsonValueKind.Null],
    };
}
