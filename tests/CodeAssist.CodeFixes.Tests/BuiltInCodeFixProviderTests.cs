using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing.BuiltIn;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.Tests;

public class BuiltInCodeFixProviderTests
{
    private const string Source = "class C { bool M(bool a, bool b) => a && a; }";

    [Fact]
    public async Task A_checked_edit_is_offered()
    {
        var document = TestProject.Document(Source);
        var action = Assert.Single(await TestProject.ActionsAsync(Provider("b"), document, "CDA1001"));
        Assert.Equal("Write b", action.Title);
        Assert.Equal("class C { bool M(bool a, bool b) => a && b; }", await TestProject.TextAsync(await TestProject.InvokeAsync(action, document.Project.Solution), document.Id));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("a")]
    public async Task An_edit_that_the_gate_rejects_is_not_offered(string name) =>
        Assert.Empty(await TestProject.ActionsAsync(Provider(name), TestProject.Document(Source), "CDA1001"));

    [Fact]
    public void What_has_a_template_is_fixable() =>
        Assert.Equal(new BuiltInProposer().DiagnosticIds, new BuiltInCodeFixProvider().FixableDiagnosticIds);

    [Fact]
    public void Built_in_repairs_are_for_our_own_rules() =>
        Assert.All(new BuiltInCodeFixProvider().FixableDiagnosticIds, id => Assert.StartsWith("CDA", id));

    private static BuiltInCodeFixProvider Provider(string name) => new(new BuiltInFixes(new ReplaceRightOperand(name), new ProjectAnalyzers()), ["CDA1001"]);
}
