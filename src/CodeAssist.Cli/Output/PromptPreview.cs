using System.Collections.Immutable;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Redaction;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Cli.Output;

/// <summary>A prompt as it would leave the machine.</summary>
/// <param name="Messages">The messages, with placeholders for secrets; empty where nothing would be sent.</param>
/// <param name="EstimatedTokens">The tokens, by the estimate that decides about budgets.</param>
/// <param name="Files">The files whose text is in the prompt.</param>
/// <param name="Redactions">The secrets that were replaced, and what each was taken for.</param>
/// <param name="Problem">Why nothing would be sent; null where it would.</param>
internal sealed record PromptPreview(
    ImmutableArray<ModelMessage> Messages, int EstimatedTokens, ImmutableArray<string> Files, ImmutableArray<RedactedSecret> Redactions, string? Problem)
{
    /// <summary>The preview of a prompt for a profile; without one, the profile's own words are missing.</summary>
    public static PromptPreview Of(Prompt prompt, ModelProfile? profile)
    {
        if (prompt.Problem is not null)
            return new PromptPreview([], prompt.EstimatedTokens, prompt.Files, [], prompt.Problem);
        var (messages, redaction) = profile is null ? Redacted(prompt.Messages) : ChatModelClient.Preview(profile, prompt.Messages);
        return new PromptPreview(messages, prompt.EstimatedTokens, prompt.Files, redaction.Secrets, redaction.Problem);
    }

    private static (ImmutableArray<ModelMessage>, PromptRedaction) Redacted(ImmutableArray<ModelMessage> messages)
    {
        var redaction = PromptRedaction.Of([.. messages.Select(message => message.Text)]);
        return (redaction.Problem is null ? [.. messages.Zip(redaction.Texts, (message, text) => message with { Text = text })] : [], redaction);
    }
}
