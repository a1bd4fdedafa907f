using CodeAssist.Cli.Explaining;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class BadExamplesTests
{
    [Fact]
    public async Task Analyze_names_each_rules_finding_on_its_bad_example()
    {
        using var scratch = new Scratch();
        foreach (var id in RulePage.Ids)
        {
            var lines = RulePage.Find(id)!.Value.Page.Section("Bad").Split('\n').SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```");
            scratch.Write(id + ".cs", string.Join("\n", lines) + "\n");
        }

        var run = await Tool.RunAsync("analyze", scratch.Folder, "--format", "json");
        Assert.True(run.ExitCode == 1, run.Error);
        var found = run.Json.GetProperty("diagnostics").EnumerateArray()
            .Select(finding => (File: Path.GetFileNameWithoutExtension(finding.Text("file")!), Id: finding.Text("id")!)).Distinct().ToList();
        Assert.Equal(RulePage.Ids.Select(id => (id, id)), found);
        Assert.All(run.Json.GetProperty("diagnostics").EnumerateArray(), finding => Assert.EndsWith($"{finding.Text("id")}.md", finding.Text("helpLink"), StringComparison.Ordinal));
    }
}
