namespace CodeAssist.Eval.Answers;

/// <summary>What came back for a task.</summary>
/// <param name="Text">The reply; null where there is none.</param>
/// <param name="Form">How the text is to be read.</param>
public sealed record Answer(string? Text, AnswerForm Form)
{
    /// <summary>Why there is no text, where the asking itself failed.</summary>
    public string? Failure { get; init; }

    /// <summary>Tokens of the prompt; null where nobody counted.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens of the reply; null where nobody counted.</summary>
    public int? CompletionTokens { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>How the text of an answer is to be read.</summary>
public enum AnswerForm
{
    /// <summary>A chat model's reply: the answer is in its fenced block, or it is all code.</summary>
    Reply,

    /// <summary>What follows the prompt, up to the first stop token.</summary>
    Completion,

    /// <summary>The prompt and what follows it, already cut.</summary>
    Whole,
}
