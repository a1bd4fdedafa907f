using System.Text.RegularExpressions;

namespace CodeAssist.Eval.Suites;

/// <summary>The code in a chat model's reply.</summary>
internal static partial class ReplyCode
{
    /// <summary>
    /// What is in the first fenced block, also where the closing fence was never written; without a fence the whole reply,
    /// where it looks like code; otherwise null.
    /// </summary>
    public static string? Of(string reply)
    {
        if (Fence().Match(reply) is { Success: true } block)
            return block.Groups["code"].Value;
        return reply.Contains("```", StringComparison.Ordinal) || (!reply.Contains(';') && !reply.Contains('{')) ? null : reply;
    }

    [GeneratedRegex(@"```[^\n`]*\r?\n(?<code>.*?)(?:```|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
