using System.Collections.Immutable;

namespace CodeAssist.Repair.Proposing;

/// <summary>A proposer whose answers to one question differ: it is asked for several candidates in a round.</summary>
public interface ISamplingProposer : IProposer
{
    /// <summary>How many candidates a round has; at least one.</summary>
    int Candidates { get; }

    /// <summary>Suggests one candidate of a round.</summary>
    /// <param name="request">The diagnostic to repair.</param>
    /// <param name="rejections">What this proposer suggested in earlier rounds and why it was rejected, oldest first.</param>
    /// <param name="candidate">Zero for the round's first candidate, the likeliest; then one, two, and so on.</param>
    /// <param name="cancellation">Stops the work.</param>
    Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, int candidate, CancellationToken cancellation);
}
