using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests;

/// <summary>A model client that replies what the test says, in order, and the last reply again after that.</summary>
internal sealed class ScriptedModel(params string[] replies) : IModelClient
{
    private int _asked;

    public string Model => "scripted";

    public int PromptTokens { get; init; } = 4000;

    public PromptSettings Prompts { get; init; } = PromptSettings.Default;

    /// <summary>What was asked.</summary>
    public List<ModelRequest> Requests { get; } = [];

    public Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        Requests.Add(request);
        var reply = replies[Math.Min(_asked++, replies.Length - 1)];
        return Task.FromResult(ModelReply.Success(reply, new ModelExchange(Model, "localhost", "hash", null, null)));
    }

    /// <summary>A reply with one fenced block.</summary>
    public static string Fenced(string code) => "Here is the repaired member:\n```csharp\n" + code + "\n```\nIt should work now.";
}
