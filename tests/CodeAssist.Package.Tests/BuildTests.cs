namespace CodeAssist.Package.Tests;

/// <summary>A new project installs the package and is built.</summary>
[Collection(PackedCollection.Name)]
public class BuildTests(PackedPackages packages)
{
    private const string Source =
        """
        namespace Fresh;

        public static class Flags
        {
            public static bool Both(bool first, bool second) => first && first;
        }
        """;

    [Fact]
    public async Task By_default_the_diagnostics_are_suggestions()
    {
        using var project = new FreshProject(packages, Source);
        var log = await project.LogAsync();
        Assert.Contains("\"ruleId\": \"CDA1001\"", log);
        Assert.DoesNotContain("warning CDA", (await project.BuildAsync("--no-incremental")).Succeeded().Output);
    }

    [Fact]
    public async Task Recommended_reports_warnings_and_warnaserror_fails_the_build()
    {
        using var project = new FreshProject(packages, Source, "<CodeAssistAnalysisMode>Recommended</CodeAssistAnalysisMode>");
        Assert.Contains("warning CDA1001", (await project.BuildAsync()).Succeeded().Output);
        Assert.Contains("error CDA1001", (await project.BuildAsync("-warnaserror", "--no-incremental")).Failed().Output);
    }

    [Fact]
    public async Task The_users_severity_fails_the_build()
    {
        using var project = new FreshProject(packages, Source, editorConfig: "dotnet_diagnostic.CDA1001.severity = error");
        Assert.Contains("error CDA1001", (await project.BuildAsync()).Failed().Output);
    }

    [Fact]
    public async Task The_users_severity_for_all_counts_by_default()
    {
        using var project = new FreshProject(packages, Source, editorConfig: "dotnet_analyzer_diagnostic.category-Correctness.severity = warning");
        Assert.Contains("warning CDA1001", (await project.BuildAsync()).Succeeded().Output);
    }

    [Fact]
    public async Task The_users_severity_wins_over_a_preset()
    {
        using var project = new FreshProject(
            packages, Source, "<CodeAssistAnalysisMode>Recommended</CodeAssistAnalysisMode>", "dotnet_diagnostic.CDA1001.severity = none");
        Assert.DoesNotContain("\"ruleId\": \"CDA1001\"", await project.LogAsync());
    }

    [Fact]
    public async Task None_is_silent()
    {
        using var project = new FreshProject(packages, Source, "<CodeAssistAnalysisMode>None</CodeAssistAnalysisMode>");
        Assert.DoesNotContain("\"ruleId\": \"CDA", await project.LogAsync());
    }

    [Fact]
    public async Task A_mode_that_does_not_exist_is_named_in_a_warning()
    {
        using var project = new FreshProject(packages, Source, "<CodeAssistAnalysisMode>Everything</CodeAssistAnalysisMode>");
        var output = (await project.BuildAsync()).Succeeded().Output;
        Assert.Contains("warning CODEASSIST0001", output);
        Assert.Contains("'Everything'", output);
    }

    [Fact]
    public async Task Messages_are_in_the_users_language()
    {
        using var project = new FreshProject(packages, Source, "<PreferredUILang>zh-Hans</PreferredUILang>", "dotnet_diagnostic.CDA1001.severity = warning");
        Assert.Contains("两侧", (await project.BuildAsync()).Succeeded().Output);
    }

    [Fact]
    public async Task Assemblies_of_the_package_do_not_reach_the_output()
    {
        using var project = new FreshProject(packages, Source);
        (await project.BuildAsync()).Succeeded();
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(project.SourceFile)!, "CodeAssist.*.dll", SearchOption.AllDirectories));
    }
}
