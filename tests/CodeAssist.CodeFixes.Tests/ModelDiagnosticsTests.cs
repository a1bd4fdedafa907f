using System.Reflection;
using System.Text.RegularExpressions;
using CodeAssist.Analyzers;

namespace CodeAssist.CodeFixes.Tests;

public class ModelDiagnosticsTests
{
    public static TheoryData<string> Rules =>
        [.. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_gets_a_model_fix(string id) => Assert.Contains(id, ModelDiagnostics.With([]));

    [Fact]
    public void Foreign_diagnostics_are_concrete_and_stand_there_once()
    {
        Assert.All(ForeignDiagnostics.Ids, id => Assert.Matches(new Regex("^(CS|CA|IDE|S|MA|RCS|VSTHRD|xUnit|NUnit)[0-9]{3,5}$"), id));
        Assert.Equal(ForeignDiagnostics.Ids.Count, ForeignDiagnostics.Ids.Distinct().Count());
    }

    [Theory]
    [InlineData("CS0161")]
    [InlineData("CS8602")]
    [InlineData("CS8634")]
    [InlineData("CA2000")]
    [InlineData("IDE0059")]
    [InlineData("S2259")]
    [InlineData("VSTHRD002")]
    public void Foreign_diagnostics_that_a_small_edit_repairs_get_a_model_fix(string id) => Assert.Contains(id, ModelDiagnostics.With([]));

    [Theory]
    [InlineData("CS1002")]
    [InlineData("CS8630")]
    public void Diagnostics_without_a_tree_to_stand_on_or_about_the_command_line_get_none(string id) => Assert.DoesNotContain(id, ModelDiagnostics.With([]));
}
