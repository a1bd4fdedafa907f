namespace CodeAssist.Models.Endpoints;

/// <summary>What a reply may be at most, whatever the server thinks.</summary>
internal sealed record ReplyLimits
{
    /// <summary>
    /// The bytes of a response. An event of a stream has some 300 bytes around a token, so this is a reply with its
    /// thinking of about 50,000 tokens.
    /// </summary>
    public long MostBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long a stream that has begun may go without content or thinking.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The characters of content for a number of tokens: no tokenizer makes longer tokens of code on average.</summary>
    public static int MostCharacters(int outputTokens) => (int)Math.Min(int.MaxValue / 2, (outputTokens * 16L) + 4096);
}
