namespace CodeAssist.Repair.Tests.BuiltIn;

public class AsyncVoidMethodTemplateTests
{
    [Fact]
    public Task A_method() => RepairVerifier.RepairsAsync(
        "CDA2004",
        "using System.Threading.Tasks;\nclass C\n{\n    /// <summary>Saves.</summary>\n    public async void /* later */ Save() { await Task.Delay(1); }\n}",
        "using System.Threading.Tasks;\nclass C\n{\n    /// <summary>Saves.</summary>\n    public async Task /* later */ Save() { await Task.Delay(1); }\n}");

    [Fact]
    public Task Without_the_using_the_name_is_whole() => RepairVerifier.RepairsAsync(
        "CDA2004",
        "class C { async void Save() { await System.Threading.Tasks.Task.Delay(1); } }",
        "class C { async System.Threading.Tasks.Task Save() { await System.Threading.Tasks.Task.Delay(1); } }");

    [Fact]
    public Task An_async_caller_would_have_to_await() => RepairVerifier.OffersNothingAsync(
        "CDA2004",
        "using System.Threading.Tasks; class C { async void Save() { await Task.Delay(1); } async Task M() { Save(); await Task.Delay(1); } }");
}
