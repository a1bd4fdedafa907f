using CodeAssist.CodeFixes.Model;
using CodeAssist.CodeFixes.Tests.Tool;
using CodeAssist.CodeFixes.Tool;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.Tests.Model;

/// <summary>A model code fix with a tool in this process, the real gate and our analyzers.</summary>
internal sealed class ModelVerifier
{
    /// <summary>A method whose condition is the same on both sides.</summary>
    public const string Source =
        """
        class C
        {
            // One alone is not enough.
            bool Both(bool first, bool second) => first && first;
        }
        """;

    /// <summary>The same, repaired.</summary>
    public const string Repaired =
        """
        class C
        {
            // One alone is not enough.
            bool Both(bool first, bool second) => first && second;
        }
        """;

    /// <summary>A model's reply that repairs it.</summary>
    public const string GoodReply =
        """
        ```csharp
        bool Both(bool first, bool second) => first && second;
        ```
        """;

    public const string Id = "CDA1001";

    private readonly List<string> _said = [];

    public ModelVerifier(FakeTool tool, string? environment = null, HostKind host = HostKind.Unknown, TimeSpan? handshake = null)
        : this(Tools.Host(tool, handshake), environment, host) =>
        Tool = tool;

    public ModelVerifier(ToolHost host, string? environment, HostKind kind)
    {
        var variables = environment is null ? Tools.Environment() : Tools.Environment((ModelSwitch.Variable, environment));
        Fixes = new ModelFixes(new ModelSwitch(variables, kind), host, new ProjectAnalyzers(), evidence: null, _said.Add);
        Provider = new ModelCodeFixProvider(new Lazy<ModelFixes>(Fixes));
    }

    public FakeTool? Tool { get; }

    public ModelFixes Fixes { get; }

    public ModelCodeFixProvider Provider { get; }

    /// <summary>What a user at a terminal was told.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>A tool that answers every question with the same text.</summary>
    public static FakeTool Replying(string text, string trigger = "ask") =>
        new() { Hello = FakeTool.GoodHello(trigger), Answer = _ => FakeTool.Reply(text) };

    /// <summary>How many questions the tool got.</summary>
    public int Asked => Tool!.Received("ask").Count;

    /// <summary>The titles of what is offered for the first diagnostic of the source.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(Document? document = null) =>
        [.. (await TestProject.ActionsAsync(Provider, document ?? TestProject.Document(Source), Id)).Select(action => action.Title)];
}
