using System.Text.Json.Nodes;
using CodeAssist.CodeFixes.Model;
using CodeAssist.CodeFixes.Tests.Tool;
using CodeAssist.CodeFixes.Tool;
using static CodeAssist.CodeFixes.Tests.Model.ModelVerifier;

namespace CodeAssist.CodeFixes.Tests.Model;

public sealed class ModelCodeFixProviderTests : IDisposable
{
    private readonly EnglishMessages _english = new();

    public void Dispose() => _english.Dispose();

    [Fact]
    public async Task Off_at_the_tool_offers_nothing()
    {
        var tool = new FakeTool { Hello = new JsonObject { ["type"] = "hello", ["protocol"] = 1, ["modelFixes"] = false } };
        Assert.Empty(await new ModelVerifier(tool).TitlesAsync());
        Assert.Empty(tool.Received("ask"));
    }

    [Fact]
    public async Task Off_in_the_environment_does_not_even_start_the_tool()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "off");
        Assert.Empty(await verifier.TitlesAsync());
        Assert.Equal(0, verifier.Tool!.Starts);
    }

    [Fact]
    public async Task A_missing_tool_offers_nothing()
    {
        var host = new ToolHost(new ToolLocator(Tools.Environment(), Path.Combine(Path.GetTempPath(), "nobody lives here")), new FakeTool(), TimeSpan.FromSeconds(1));
        Assert.Empty(await new ModelVerifier(host, environment: null, HostKind.Unknown).TitlesAsync());
    }

    [Fact]
    public async Task A_missing_tool_is_said_where_somebody_waits_for_it()
    {
        var host = new ToolHost(new ToolLocator(Tools.Environment(), Path.Combine(Path.GetTempPath(), "nobody lives here")), new FakeTool(), TimeSpan.FromSeconds(1));
        var verifier = new ModelVerifier(host, environment: "on", HostKind.Batch);
        Assert.Empty(await verifier.TitlesAsync());
        Assert.Contains("dotnet tool install -g CodeAssist.Tool", Assert.Single(verifier.Said));
    }

    [Fact]
    public async Task A_tool_that_hangs_offers_nothing() =>
        Assert.Empty(await new ModelVerifier(new FakeTool { Hello = null }, handshake: TimeSpan.FromMilliseconds(50)).TitlesAsync());

    [Fact]
    public async Task A_tool_that_is_too_new_offers_nothing()
    {
        var hello = FakeTool.GoodHello();
        hello["protocol"] = 99;
        Assert.Empty(await new ModelVerifier(new FakeTool { Hello = hello }).TitlesAsync());
    }

    [Fact]
    public async Task A_tool_that_dies_while_it_is_asked_offers_nothing_and_says_why()
    {
        var verifier = new ModelVerifier(new FakeTool { DiesWhenAsked = true }, environment: "on");
        Assert.Empty(await verifier.TitlesAsync());
        Assert.Contains("the tool ended", verifier.Said[^1]);
    }

    [Fact]
    public async Task Where_somebody_waits_the_checked_edit_is_offered_and_its_title_names_the_checks()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on");
        var document = TestProject.Document(Source);
        var action = Assert.Single(await TestProject.ActionsAsync(verifier.Provider, document, Id));
        Assert.Contains("(qwen-test: compiles, CDA1001 gone", action.Title);
        Assert.Equal(Repaired, await TestProject.TextAsync(await TestProject.InvokeAsync(action, document.Project.Solution), document.Id));
    }

    [Fact]
    public async Task What_is_asked_twice_is_answered_from_memory()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on");
        Assert.Single(await verifier.TitlesAsync());
        Assert.Single(await verifier.TitlesAsync());
        Assert.Equal(1, verifier.Asked);
    }

    [Fact]
    public async Task What_is_remembered_is_checked_again_in_another_solution()
    {
        const string source = "class C { bool Both(bool first, Other second) => first && first; }";
        var verifier = new ModelVerifier(Replying("```csharp\nbool Both(bool first, Other second) => first && second;\n```"), environment: "on");
        Assert.Single(await verifier.TitlesAsync(With("global using Other = System.Boolean;")));

        // The file is the same; elsewhere something changed by which the edit no longer compiles.
        Assert.Empty(await verifier.TitlesAsync(With("global using Other = System.Int32;")));
        Assert.InRange(verifier.Asked, 2, 3);

        static Microsoft.CodeAnalysis.Document With(string other) => TestProject.Of([source, other]).Documents.First();
    }

    [Theory]
    [InlineData("```csharp\nbool Both(bool first, bool second) => first && third;\n```")]
    [InlineData("```csharp\nbool Both(bool first, bool second) => first && first;\n```")]
    [InlineData("```csharp\nbool Both(bool first) => first;\n```")]
    [InlineData("```csharp\n#pragma warning disable CDA1001\nbool Both(bool first, bool second) => first && first;\n```")]
    [InlineData("I would compare with the second one.")]
    public async Task What_does_not_pass_the_gate_is_not_offered(string reply)
    {
        var verifier = new ModelVerifier(Replying(reply), environment: "on");
        Assert.Empty(await verifier.TitlesAsync());
        Assert.Contains("rejected by", Assert.Single(verifier.Said));
        Assert.InRange(verifier.Asked, 1, 2);
    }

    [Fact]
    public async Task Under_ask_five_hundred_registrations_send_nothing()
    {
        var verifier = new ModelVerifier(Replying(GoodReply));
        var document = TestProject.Document(Source);
        var diagnostic = (await TestProject.DiagnosticsAsync(document.Project, Id))[0];
        for (var time = 0; time < 500; time++)
            Assert.Equal("Ask qwen-test for a checked fix", Assert.Single(await TestProject.ActionsAsync(verifier.Provider, document, diagnostic)).Title);
        Assert.Equal(0, verifier.Asked);
    }

    [Fact]
    public async Task Under_ask_a_preview_sends_nothing_and_invoking_applies_the_checked_edit()
    {
        var verifier = new ModelVerifier(Replying(GoodReply));
        var document = TestProject.Document(Source);
        var action = Assert.Single(await TestProject.ActionsAsync(verifier.Provider, document, Id));
        Assert.Empty(await action.GetPreviewOperationsAsync(CancellationToken.None));
        Assert.Equal(0, verifier.Asked);
        Assert.Equal(Repaired, await TestProject.TextAsync(await TestProject.InvokeAsync(action, document.Project.Solution), document.Id));
        Assert.Equal(1, verifier.Asked);
    }

    [Fact]
    public async Task Under_ask_a_rejected_reply_changes_nothing_and_the_next_light_bulb_says_why()
    {
        var verifier = new ModelVerifier(Replying("```csharp\nbool Both(bool first, bool second) => first && third;\n```"));
        var document = TestProject.Document(Source);
        var action = Assert.Single(await TestProject.ActionsAsync(verifier.Provider, document, Id));
        Assert.Equal(Source, await TestProject.TextAsync(await TestProject.InvokeAsync(action, document.Project.Solution), document.Id));
        var titles = await verifier.TitlesAsync(document);
        Assert.Equal("Ask qwen-test for a checked fix", titles[0]);
        Assert.StartsWith("Why was nothing offered? rejected by compile", titles[1]);
    }

    [Fact]
    public async Task Under_ask_an_answer_that_came_is_offered_at_once_the_next_time()
    {
        var verifier = new ModelVerifier(Replying(GoodReply));
        var document = TestProject.Document(Source);
        await TestProject.InvokeAsync(Assert.Single(await TestProject.ActionsAsync(verifier.Provider, document, Id)), document.Project.Solution);
        Assert.Contains("compiles, CDA1001 gone", Assert.Single(await verifier.TitlesAsync()));
        Assert.Equal(1, verifier.Asked);
    }

    [Fact]
    public async Task An_ide_does_not_wait_whatever_the_environment_says()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on", HostKind.Interactive);
        Assert.Equal("Ask qwen-test for a checked fix", Assert.Single(await verifier.TitlesAsync()));
        Assert.Equal(0, verifier.Asked);
    }

    [Fact]
    public async Task A_batch_host_sends_nothing_unless_it_was_switched_on_there()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: null, HostKind.Batch);
        Assert.Empty(await verifier.TitlesAsync());
        Assert.Equal(0, verifier.Tool!.Starts);
    }

    [Fact]
    public async Task Under_prefetch_the_job_goes_on_and_the_next_light_bulb_offers_the_edit()
    {
        var verifier = new ModelVerifier(Replying(GoodReply, trigger: "prefetch"));
        var document = TestProject.Document(Source);
        IReadOnlyList<string> titles = [];

        // Bounded; one or two light bulbs are enough on an idle machine.
        for (var time = 0; time < 500 && titles.Count == 0; time++)
            titles = await verifier.TitlesAsync(document);
        Assert.Contains("compiles, CDA1001 gone", Assert.Single(titles));
        Assert.Equal(1, verifier.Asked);
    }

    [Theory]
    [InlineData("codeassist.model_fixes = off")]
    [InlineData("codeassist.exclude = true")]
    [InlineData("codeassist.model_fixes = nope")]
    [InlineData("codeassist.max_tokens = few")]
    public async Task A_repository_can_tighten(string line)
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on");
        Assert.Empty(await verifier.TitlesAsync(TestProject.Document(Source, "root = true\n[*.cs]\n" + line)));
        Assert.Equal(0, verifier.Asked);
        Assert.NotEmpty(verifier.Said);
    }

    [Fact]
    public async Task A_project_can_switch_model_fixes_off()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on");
        Assert.Empty(await verifier.TitlesAsync(TestProject.Document(Source, "is_global = true\nbuild_property.CodeAssistModelFixes = off")));
        Assert.Equal(0, verifier.Asked);
    }

    [Theory]
    [InlineData("codeassist.model_fixes = on")]
    [InlineData("codeassist.exclude = false")]
    [InlineData("codeassist.model_fixes = unset")]
    public async Task A_repository_that_does_not_tighten_changes_nothing(string line)
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on");
        Assert.Single(await verifier.TitlesAsync(TestProject.Document(Source, "root = true\n[*.cs]\n" + line)));
    }

    [Fact]
    public async Task A_repository_cannot_switch_model_fixes_on()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "off");
        Assert.Empty(await verifier.TitlesAsync(TestProject.Document(Source, "root = true\n[*.cs]\ncodeassist.model_fixes = on")));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("root = true\n[Code1.cs]\ncodeassist.exclude = true", false)]
    public async Task What_stands_in_an_excluded_file_is_left_out_and_the_question_is_asked(string editorConfig, bool shown)
    {
        var verifier = new ModelVerifier(Replying("```csharp\nbool Both(int first, int second) => Other.Is(first) && Other.Is(second);\n```"), environment: "on");
        var project = TestProject.Of(
            ["class C { bool Both(int first, int second) => Other.Is(first) && Other.Is(first); }", "static class Other { public static bool Is(int nobodyMustKnow) => nobodyMustKnow > 0; }"],
            editorConfig);
        Assert.Single(await verifier.TitlesAsync(project.Documents.First()));
        var ask = Assert.Single(verifier.Tool!.Received("ask")).ToJsonString();
        Assert.Equal(shown, ask.Contains("nobodyMustKnow", StringComparison.Ordinal));
        Assert.Equal(shown, ask.Contains("Code1.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_budget_of_tokens_that_holds_no_region_sends_nothing()
    {
        var verifier = new ModelVerifier(Replying(GoodReply), environment: "on");
        Assert.Empty(await verifier.TitlesAsync(TestProject.Document(Source, "root = true\n[*.cs]\ncodeassist.max_tokens = 3")));
        Assert.Equal(0, verifier.Asked);
    }

    [Fact]
    public void The_users_own_diagnostics_are_added() =>
        Assert.Contains("ABC0001", new ModelVerifier(new FakeTool()).Provider.FixableDiagnosticIds);
}
