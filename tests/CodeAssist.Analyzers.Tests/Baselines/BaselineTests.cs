using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Tests.Baselines;

/// <summary>A baseline silences exactly the findings that it names.</summary>
public class BaselineTests
{
    private const string Once = "public static class Ranges\n{\n    public static bool Over(int left) => left + 1 > left + 1;\n}\n";

    [Fact]
    public async Task A_known_finding_is_silent()
    {
        var line = await LineAsync(Once);
        Assert.Empty(await Run(Once).Baseline("/repo/codeassist.baseline", line).ReportedAsync());
    }

    [Fact]
    public async Task A_new_finding_is_reported()
    {
        var line = await LineAsync(Once);
        var more = Once.Replace("}\n", "    public static bool Under(int right) => right + 1 < right + 1;\n}\n", StringComparison.Ordinal);
        Assert.Equal(["CDA1001:4"], await Run(more).Baseline("/repo/codeassist.baseline", line).ReportedAsync());
    }

    [Fact]
    public async Task A_second_equal_bug_in_the_same_member_is_reported()
    {
        var line = await LineAsync(Once);
        var twice = Once.Replace("left + 1 > left + 1;", "left + 1 > left + 1 == left + 1 > left + 1;", StringComparison.Ordinal);
        var reported = await Run(twice).Baseline("/repo/codeassist.baseline", line).DiagnosticsAsync();
        Assert.Contains(reported, one => one.Location.SourceSpan.Length == "left + 1 > left + 1".Length);
        Assert.True((await Run(twice).DiagnosticsAsync()).Length == reported.Length + 1, "one is silent");
    }

    [Fact]
    public async Task Moved_lines_do_not_matter()
    {
        var line = await LineAsync(Once);
        Assert.Empty(await Run("// one\n\n// two\n" + Once.Replace("Over(int left) =>", "Over(int left)\n        =>", StringComparison.Ordinal))
            .Baseline("/repo/codeassist.baseline", line).ReportedAsync());
    }

    [Fact]
    public async Task The_repository_may_lie_anywhere()
    {
        var line = await LineAsync(Once);
        var elsewhere = new BaselineRun(@"D:\a\1\s\src\App\").Source(@"D:\a\1\s\src\App\Ranges.cs", Once).Baseline(@"d:\a\1\s\codeassist.baseline", line);
        Assert.Empty(await elsewhere.ReportedAsync());
    }

    [Fact]
    public async Task Paths_are_relative_to_the_baselines_folder()
    {
        var line = await LineAsync(Once);
        Assert.Equal(["CDA1001:3"], await Run(Once).Baseline("/repo/src/codeassist.baseline", line).ReportedAsync());
        Assert.Empty(await Run(Once).Baseline("/repo/build/codeassist.baseline", line.Replace("\tsrc/", "\t../src/", StringComparison.Ordinal)).ReportedAsync());
    }

    [Fact]
    public async Task The_same_code_in_a_project_beside_it_is_another_finding()
    {
        var line = await LineAsync(Once);
        var beside = new BaselineRun("/repo/src/Other/").Source("/repo/src/Other/Ranges.cs", Once).Baseline("/repo/codeassist.baseline", line);
        Assert.Equal(["CDA1001:3"], await beside.ReportedAsync());
    }

    [Fact]
    public async Task A_linked_file_outside_the_projects_folder_is_known_by_its_own_path()
    {
        var found = Assert.Single(await new BaselineRun().Source("/repo/shared/Ranges.cs", Once).DiagnosticsAsync());
        var line = $"{found.Properties[DiagnosticProperties.Fingerprint]}\tCDA1001\tshared/Ranges.cs\n";
        Assert.Empty(await new BaselineRun().Source("/repo/shared/Ranges.cs", Once).Baseline("/repo/codeassist.baseline", line).ReportedAsync());
        Assert.Empty(await new BaselineRun("/repo/tests/").Source("/repo/shared/Ranges.cs", Once).Baseline("/repo/codeassist.baseline", line).ReportedAsync());
    }

    [Fact]
    public async Task Lines_that_are_none_are_passed_over()
    {
        var line = await LineAsync(Once);
        var text = "<<<<<<< HEAD\n\nCDA1001\n\t\t\n" + new string('z', 64) + "\tCDA1001\tsrc/App/Ranges.cs\n" + line.Trim() + "\r\n=======\n" + line[..70];
        Assert.Empty(await Run(Once).Baseline("/repo/codeassist.baseline", text).ReportedAsync());
    }

    [Fact]
    public async Task Another_id_of_the_same_fingerprint_silences_nothing()
    {
        var line = (await LineAsync(Once)).Replace("CDA1001", "CDA1002", StringComparison.Ordinal);
        Assert.Equal(["CDA1001:3"], await Run(Once).Baseline("/repo/codeassist.baseline", line).ReportedAsync());
    }

    [Fact]
    public async Task A_file_of_another_name_counts_where_the_project_says_so()
    {
        var line = await LineAsync(Once);
        Assert.Equal(["CDA1001:3"], await Run(Once).Baseline("/repo/known.txt", line).ReportedAsync());
        Assert.Empty(await Run(Once).Baseline("/repo/known.txt", line, marked: true).ReportedAsync());
    }

    [Fact]
    public async Task Several_baselines_add_up()
    {
        var line = await LineAsync(Once);
        Assert.Empty(await Run(Once).Baseline("/codeassist.baseline", "").Baseline("/repo/codeassist.baseline", line).ReportedAsync());
    }

    private static BaselineRun Run(string source) => new BaselineRun().Source("/repo/src/App/Ranges.cs", source);

    // The line of the one finding, as the tool writes it into /repo.
    private static async Task<string> LineAsync(string source)
    {
        Diagnostic found = Assert.Single(await Run(source).DiagnosticsAsync());
        return $"{found.Properties[DiagnosticProperties.Fingerprint]}\t{found.Id}\tsrc/App/Ranges.cs\n";
    }
}
