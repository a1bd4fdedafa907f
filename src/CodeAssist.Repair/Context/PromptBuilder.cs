using System.Collections.Immutable;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Context;

/// <summary>Makes the prompt for a diagnostic.</summary>
public static class PromptBuilder
{
    /// <summary>The prompt for a request and what was rejected before.</summary>
    /// <param name="request">The diagnostic to repair.</param>
    /// <param name="rejections">Earlier proposals and their verdicts, oldest first.</param>
    /// <param name="tokenBudget">How many tokens, by <see cref="TokenEstimator"/>, the prompt may have.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task<Prompt> BuildAsync(RepairRequest request, ImmutableArray<Rejection> rejections, int tokenBudget, CancellationToken cancellation) =>
        throw new NotSupportedException();
}

/// <summary>A prompt.</summary>
/// <param name="Messages">The messages, the stable part first.</param>
/// <param name="EstimatedTokens">Their tokens, by <see cref="TokenEstimator"/>.</param>
/// <param name="Files">The paths of the files whose text is in the prompt.</param>
/// <param name="Problem">Why there is no prompt (the region alone is over the budget); null where there is one.</param>
public sealed record Prompt(ImmutableArray<ModelMessage> Messages, int EstimatedTokens, ImmutableArray<string> Files, string? Problem);
