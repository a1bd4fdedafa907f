using System.Collections.Immutable;
using CodeAssist.Repair.Caching;
using CodeAssist.Repair.Context;

namespace CodeAssist.Repair.Proposing;

/// <summary>
/// The port to a code model. The tool implements it over an endpoint, the code fix over the tool.
/// An endpoint's fault is a reply with a reason, never an exception; only cancellation throws.
/// </summary>
public interface IModelClient
{
    /// <summary>The model's name, for titles and evidence.</summary>
    string Model { get; }

    /// <summary>How many tokens a prompt may have.</summary>
    int PromptTokens { get; }

    /// <summary>What the user says about prompts to this model.</summary>
    PromptSettings Prompts { get; }

    /// <summary>Asks the model.</summary>
    Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation);
}

/// <summary>Who says a message to or in the name of the model.</summary>
public enum ModelRole
{
    /// <summary>Instructions that stay the same from request to request.</summary>
    System,

    /// <summary>The task.</summary>
    User,

    /// <summary>An earlier reply of the model.</summary>
    Assistant,
}

/// <summary>One message of a prompt.</summary>
public sealed record ModelMessage(ModelRole Role, string Text);

/// <summary>What is asked of a model.</summary>
/// <param name="Messages">The prompt.</param>
/// <param name="Candidate">Zero for the first candidate, which is sampled nearly greedily; further ones at the model card's values.</param>
/// <param name="Files">The paths of the files whose text is in the prompt, for exclusion and evidence.</param>
public sealed record ModelRequest(ImmutableArray<ModelMessage> Messages, int Candidate, ImmutableArray<string> Files)
{
    /// <summary>The diagnostic that the request is about, for logs.</summary>
    public string DiagnosticId { get; init; } = string.Empty;
}

/// <summary>What came back: a text, or the reason why there is none.</summary>
public sealed record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>The reply without the model's thinking, or null.</summary>
    public string? Text { get; private init; }

    /// <summary>Why there is no text, in one line that says what to do; null where there is one.</summary>
    public string? FailureReason { get; private init; }

    /// <summary>What the exchange was; null where nothing was sent.</summary>
    public ModelExchange? Exchange { get; private init; }

    /// <summary>The reply's place in the cache, where the gate's verdict is awaited; null where replies are not kept.</summary>
    public IReplySlot? Slot { get; init; }

    /// <summary>A reply with text.</summary>
    public static ModelReply Success(string text, ModelExchange exchange) => new() { Text = text, Exchange = exchange };

    /// <summary>No reply.</summary>
    public static ModelReply Failure(string reason, ModelExchange? exchange = null) => new() { FailureReason = reason, Exchange = exchange };
}
