namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>
/// The rules on their own source: the other projects have them as analyzers, but a project cannot be its own.
/// </summary>
public class OwnSourceTests
{
    [Fact]
    public async Task The_rules_break_none_of_the_rules()
    {
        var source = OwnSource.Of("src/CodeAssist.Analyzers").ToList();
        Assert.Contains(source, tree => Path.GetFileName(tree.FilePath) == "CodeAssistAnalyzer.cs");
        Assert.Empty(await RuleRun.OverAsync(source, OwnSource.Roslyn));
    }
}
