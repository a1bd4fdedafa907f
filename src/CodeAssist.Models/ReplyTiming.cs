namespace CodeAssist.Models;

/// <summary>How fast a reply came.</summary>
/// <param name="First">The time until its first part: loading the model, reading the prompt.</param>
/// <param name="Whole">The time until its end.</param>
/// <param name="PromptTokens">The tokens of the prompt as the server counted them, or null.</param>
/// <param name="CompletionTokens">The tokens of the reply as the server counted them, thinking included, or null.</param>
public sealed record ReplyTiming(TimeSpan First, TimeSpan Whole, long? PromptTokens, long? CompletionTokens)
{
    /// <summary>The tokens that the model writes in a second; null where that cannot be told.</summary>
    public double? TokensPerSecond => CompletionTokens switch
    {
        // The first token came with the first part.
        > 1 when Whole > First => (CompletionTokens.Value - 1) / (Whole - First).TotalSeconds,
        > 0 when Whole > TimeSpan.Zero => CompletionTokens.Value / Whole.TotalSeconds,
        _ => null,
    };
}
