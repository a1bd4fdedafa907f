using System.Text.Json;
using CodeAssist.Testing;

namespace CodeAssist.Package.Tests;

/// <summary>One file silences what a real build reported, and nothing that it reports later.</summary>
[Collection(PackedCollection.Name)]
public class BaselineTests(PackedPackages packages)
{
    private const string Severities = "dotnet_diagnostic.CDA1001.severity = warning\ndotnet_diagnostic.CA1822.severity = warning";

    private const string Source =
        """
        namespace Fresh;

        public class Flags
        {
            public int Length(string? name) => name.Length;

            public bool Both(bool first, bool second) => first && first;
        }

        """;

    [Fact]
    public async Task The_builds_own_log_makes_the_baseline_that_silences_it()
    {
        using var project = new FreshProject(packages, Source, editorConfig: Severities);
        var log = await project.LogAsync();
        await ToolAsync(project, "baseline", "--from-sarif", "log.sarif");
        project.Reference("<AdditionalFiles Include=\"codeassist.baseline\" />");
        Assert.Empty(Warnings(await project.BuildAsync("--no-incremental", "-warnaserror")));

        // The lines move, and three mistakes of the same kinds are new.
        project.Write(
            "Code.cs",
            "// moved\n\n" + Source
            + "public class More\n{\n    public int Length(string? name) => name.Length;\n\n    public bool Both(bool first, bool second) => first && first;\n}\n");
        Assert.Equal(
            ["CA1822", "CA1822", "CDA1001", "CS8602"], Warnings(await project.BuildAsync("--no-incremental")));
        Assert.Contains("codeassist/v1", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_any_name_is_a_baseline_by_the_property()
    {
        using var project = new FreshProject(packages, Source, "<CodeAssistBaseline>eng/known.txt</CodeAssistBaseline>", Severities);
        await project.LogAsync();
        var missing = await project.BuildAsync("--no-incremental");
        Assert.Contains("warning CODEASSIST0002", missing.Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("eng/known.txt", missing.Output, StringComparison.Ordinal);

        project.Write("eng/known.txt", "");
        await ToolAsync(project, "baseline", "--from-sarif", "log.sarif", "--output", "eng/known.txt");
        Assert.Empty(Warnings(await project.BuildAsync("--no-incremental")));
    }

    [Fact]
    public async Task Build_and_tool_agree_on_the_fingerprint_and_the_builds_log_has_link_and_fingerprint()
    {
        using var project = new FreshProject(packages, Source, editorConfig: Severities);
        using var log = JsonDocument.Parse(await project.LogAsync());
        var run = log.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(one => one.GetProperty("ruleId").GetString() == "CDA1001");
        var fingerprint = result.GetProperty("properties").GetProperty("customProperties").GetProperty("codeassist/v1").GetString();
        Assert.Matches("^[0-9a-f]{64}$", fingerprint);
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.EndsWith("/docs/rules/CDA1001.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);

        var sarif = (await ToolAsync(project, 1, "analyze", "Fresh.csproj", "--format", "sarif", "--no-restore")).Output;
        using var own = JsonDocument.Parse(sarif[sarif.IndexOf('{', StringComparison.Ordinal)..]);
        var same = own.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(one => one.GetProperty("ruleId").GetString() == "CDA1001");
        Assert.Equal(fingerprint, same.GetProperty("partialFingerprints").GetProperty("codeassist/v1").GetString());
    }

    // IDs of the warnings, each as often as it was reported in another place.
    private static IEnumerable<string> Warnings(Run run) =>
        System.Text.RegularExpressions.Regex.Matches(run.Succeeded().Output, @"^.*?\((?<place>\d+,\d+)\): warning (?<id>\w+):", System.Text.RegularExpressions.RegexOptions.Multiline)
            .Select(match => (Id: match.Groups["id"].Value, Place: match.Groups["place"].Value)).Distinct().Select(one => one.Id).Order(StringComparer.Ordinal);

    private static Task<Run> ToolAsync(FreshProject project, params string[] arguments) => ToolAsync(project, 0, arguments);

    private static async Task<Run> ToolAsync(FreshProject project, int exitCode, params string[] arguments)
    {
        var tool = Repository.PathOf("src", "CodeAssist.Cli", "bin", Repository.Configuration, "net10.0", "codeassist.dll");
        var run = await project.RunAsync([tool, .. arguments]);
        Assert.True(run.ExitCode == exitCode, run.Output);
        return run;
    }
}
