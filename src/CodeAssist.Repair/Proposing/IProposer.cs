using System.Collections.Immutable;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Repair.Proposing;

/// <summary>Somebody who suggests edits. What is suggested is never trusted: every proposal passes the gate.</summary>
public interface IProposer
{
    /// <summary>The proposer's name: <c>builtin</c> or <c>model</c>.</summary>
    string Name { get; }

    /// <summary>The model behind the proposer, or null.</summary>
    string? Model { get; }

    /// <summary>How many times, after the first, the proposer may be asked again with the gate's findings.</summary>
    int FeedbackRounds { get; }

    /// <summary>Whether the proposer has anything to say to diagnostics of this ID.</summary>
    bool Handles(string diagnosticId);

    /// <summary>Suggests an edit.</summary>
    /// <param name="request">The diagnostic to repair.</param>
    /// <param name="rejections">What this proposer suggested before and why it was rejected, oldest first.</param>
    /// <param name="cancellation">Stops the work.</param>
    Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation);
}

/// <summary>A proposal that the gate rejected.</summary>
/// <param name="Proposal">What was proposed.</param>
/// <param name="Verdict">Why it was rejected.</param>
public sealed record Rejection(Proposal Proposal, Verdict Verdict);
