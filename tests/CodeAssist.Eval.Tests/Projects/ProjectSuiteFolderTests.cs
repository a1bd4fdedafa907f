using CodeAssist.Eval.Projects;
using CodeAssist.Eval.Repairing;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Projects;

/// <summary>What is written is read again, and nothing of anybody else's is overwritten.</summary>
public sealed class ProjectSuiteFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string Suite => Path.Combine(_scratch.Folder, "suite");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var solution = _scratch.Write("code/Shop.sln", string.Empty);
        ProjectSuiteFolder.Write(Suite, solution, 7, [Case("002-b"), Case("001-a")]);
        Assert.Equal(solution, ProjectSuiteFolder.SolutionOf(Suite));
        var read = RepairCaseReader.ReadAll(Suite, ofProject: true);
        Assert.Equal(["001-a", "002-b"], read.Select(each => each.Id));
        Assert.Equal(("off-by-one", "Shop/Shop.csproj", "Shop/A.cs", "T.A"), (read[0].Operator, read[0].Project, read[0].SourcePath, Assert.Single(read[0].KilledBy)));
        Assert.Equal(("class A { int B; }", "class A { int C; }"), (read[0].Buggy, read[0].Reference));
    }

    [Fact]
    public void An_earlier_suite_is_replaced_and_nothing_else_is()
    {
        var solution = _scratch.Write("code/Shop.sln", string.Empty);
        Assert.True(ProjectSuiteFolder.MayBeWritten(Suite));
        ProjectSuiteFolder.Write(Suite, solution, 7, [Case("001-a"), Case("002-b")]);
        Assert.True(ProjectSuiteFolder.MayBeWritten(Suite));
        ProjectSuiteFolder.Write(Suite, solution, 7, [Case("001-c")]);
        Assert.Equal(["001-c", "suite.json"], Directory.EnumerateFileSystemEntries(Suite).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["code", "suite"], Directory.EnumerateFileSystemEntries(_scratch.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(ProjectSuiteFolder.MayBeWritten(Path.GetDirectoryName(solution)!));
        Assert.False(ProjectSuiteFolder.MayBeWritten(solution));
    }

    [Fact]
    public void Suites_of_the_two_kinds_are_told_apart()
    {
        ProjectSuiteFolder.Write(Suite, _scratch.Write("code/Shop.sln", string.Empty), 7, [Case("001-a")]);
        Assert.Contains("eval project", Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(Suite)).Message, StringComparison.Ordinal);
        Assert.Contains("eval repair", Assert.Throws<EvalDataException>(() => RepairCaseReader.ReadAll(Repairing.Suite.Folder, ofProject: true)).Message, StringComparison.Ordinal);
        Assert.Contains("suite.json", Assert.Throws<EvalDataException>(() => ProjectSuiteFolder.SolutionOf(Repairing.Suite.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_is_gone_is_told()
    {
        var solution = _scratch.Write("code/Shop.sln", string.Empty);
        ProjectSuiteFolder.Write(Suite, solution, 7, [Case("001-a")]);
        File.Delete(solution);
        Assert.Contains("Shop.sln", Assert.Throws<EvalDataException>(() => ProjectSuiteFolder.SolutionOf(Suite)).Message, StringComparison.Ordinal);
    }

    private static RepairCase Case(string id) => new(id, string.Empty, "FailingTest", "src/Shop/A.cs", 1, "correctness", "off-by-one: ...")
    {
        Operator = "off-by-one",
        Project = "Shop/Shop.csproj",
        KilledBy = ["T.A"],
        Sources = [new CaseFile("src/Shop/A.cs", "class A { int B; }")],
        Reference = "class A { int C; }",
    };
}
