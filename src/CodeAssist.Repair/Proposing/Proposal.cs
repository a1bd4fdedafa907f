using System.Collections.Immutable;
using CodeAssist.Repair.Caching;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing;

/// <summary>What a proposer came back with: an edit, a reply that holds no usable edit, or nothing.</summary>
public sealed record Proposal
{
    private Proposal()
    {
    }

    /// <summary>What the edit does, for the title of a code action, such as <c>Pass the arguments in the order of the parameters</c>.</summary>
    public string Title { get; private init; } = string.Empty;

    /// <summary>The document's whole text with the edit, or null where there is none.</summary>
    public SourceText? NewText { get; private init; }

    /// <summary>Why a reply holds no usable edit; the gate's check <c>reply</c> rejects it with this reason.</summary>
    public string? ReplyProblem { get; private init; }

    /// <summary>Why there is neither edit nor reply: the proposer has nothing, or could not be asked.</summary>
    public string? NothingReason { get; private init; }

    /// <summary>Whether the asking itself failed (an endpoint that cannot be reached), as opposed to a proposer with nothing to say.</summary>
    public bool Failed { get; private init; }

    /// <summary>The model's reply as it came, for the next round; null for proposers without a model.</summary>
    public string? Reply { get; init; }

    /// <summary>What the exchange with the model cost, for the evidence; null for proposers without a model.</summary>
    public ModelExchange? Exchange { get; init; }

    /// <summary>The reply's place in the cache, where the gate's verdict is awaited; null where there is none.</summary>
    public IReplySlot? Slot { get; init; }

    /// <summary>What the proposer was shown to rewrite, where that is less than the request's region; null where it is all of it.</summary>
    internal Region? Region { get; init; }

    /// <summary>The namespaces that a reply imports and the file does not: each is added where the edit needs it.</summary>
    internal ImmutableArray<string> Usings { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>An edit.</summary>
    public static Proposal Edit(string title, SourceText newText) => new() { Title = title, NewText = newText };

    /// <summary>The same proposal with another text.</summary>
    internal Proposal WithText(SourceText newText) => this with { NewText = newText };

    /// <summary>A reply without a usable edit.</summary>
    public static Proposal Unusable(string problem) => new() { ReplyProblem = problem };

    /// <summary>Nothing to propose.</summary>
    public static Proposal Nothing(string reason) => new() { NothingReason = reason };

    /// <summary>The proposer could not be asked.</summary>
    public static Proposal Failure(string reason) => new() { NothingReason = reason, Failed = true };
}

/// <summary>What an exchange with a model was, without its text.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="EndpointHost">The host that was asked.</param>
/// <param name="PromptHash">SHA-256 of the prompt's bytes, lower-case hexadecimal.</param>
/// <param name="PromptTokens">Tokens of the prompt as the server counted them, or null.</param>
/// <param name="CompletionTokens">Tokens of the completion as the server counted them, or null.</param>
public sealed record ModelExchange(string Model, string EndpointHost, string PromptHash, int? PromptTokens, int? CompletionTokens)
{
    /// <summary>Whether the reply came from the cache and nothing was sent; null where replies are not kept.</summary>
    public bool? Cached { get; init; }
}
