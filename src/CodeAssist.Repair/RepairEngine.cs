using System.Collections.Immutable;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Guides;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair;

/// <summary>Diagnostic in, checked edit out: asks proposers in order and offers the best edit of the first round in which one passes the gate.</summary>
/// <param name="proposers">Who is asked, in order.</param>
/// <param name="gate">Who judges.</param>
/// <param name="evidence">Where attempts are recorded; null records nothing.</param>
public sealed class RepairEngine(IEnumerable<IProposer> proposers, RepairGate gate, IEvidenceLog? evidence = null)
{
    private readonly ImmutableArray<IProposer> _proposers = proposers.ToImmutableArray();

    /// <summary>
    /// Repairs one diagnostic. Never throws but for cancellation, and then at once: a proposer or check that breaks is
    /// an abstention.
    /// </summary>
    public Task<RepairOutcome> RepairAsync(RepairRequest request, CancellationToken cancellation) =>
        Abandoned.WhenCancelledAsync(() => AskAllAsync(request, cancellation), cancellation);

    private async Task<RepairOutcome> AskAllAsync(RepairRequest request, CancellationToken cancellation)
    {
        var attempts = ImmutableArray.CreateBuilder<Attempt>();
        foreach (var proposer in _proposers.Where(proposer => proposer.Handles(request.Diagnostic.Id)))
        {
            var edit = await AskAsync(proposer, request, attempts, cancellation).ConfigureAwait(false);
            if (edit is not null)
                return new RepairOutcome(request, edit, null, attempts.ToImmutable());
        }

        return new RepairOutcome(request, null, AbstentionOf(request, attempts), attempts.ToImmutable());
    }

    private async Task<CheckedEdit?> AskAsync(IProposer proposer, RepairRequest request, ImmutableArray<Attempt>.Builder attempts, CancellationToken cancellation)
    {
        var candidates = new Candidates(request);
        for (var round = 0; round <= proposer.FeedbackRounds; round++)
        {
            var isExhausted = await RunRoundAsync(proposer, request, candidates, round, attempts, cancellation).ConfigureAwait(false);
            if (candidates.Best(cancellation) is var (proposal, verdict))
            {
                return new CheckedEdit(
                    request.Document, proposal.NewText!, proposer.Name, proposer.Model, Titles.Of(request, proposer, proposal, verdict), verdict);
            }

            if (isExhausted)
                return null;
        }

        return null;
    }

    // Whether the proposer has no more to say: it said so, could not be asked, or only repeated what was judged.
    private async Task<bool> RunRoundAsync(
        IProposer proposer, RepairRequest request, Candidates candidates, int round, ImmutableArray<Attempt>.Builder attempts, CancellationToken cancellation)
    {
        var rejections = candidates.Rejections;
        var isExhausted = true;
        var droppedBefore = false;
        for (var candidate = 0; candidate < ((proposer as ISamplingProposer)?.Candidates ?? 1); candidate++)
        {
            var proposal = await ProposeAsync(proposer, request, rejections, candidate, cancellation).ConfigureAwait(false);
            if (proposal.NothingReason is not null)
            {
                Record(new Attempt(proposer, proposal, null, round));
                return true;
            }

            if (candidates.IsRepeated(proposal, cancellation))
                continue;

            var verdict = await gate.JudgeAsync(EditOf(request, proposer, proposal), cancellation).ConfigureAwait(false);
            Settle(proposal, verdict);
            Record(new Attempt(proposer, proposal, verdict, round));

            // A kept reply that no longer passes is forgotten, and the model asked as if there had been none; once a
            // candidate, for a cache that cannot forget.
            if (!verdict.Accepted && proposal.Exchange?.Cached == true && !droppedBefore)
            {
                droppedBefore = true;
                candidate--;
                continue;
            }

            droppedBefore = false;
            candidates.Add(proposal, verdict);
            isExhausted = false;
        }

        return isExhausted;

        void Record(Attempt attempt)
        {
            attempts.Add(attempt);
            evidence?.Write(EvidenceRecord.Of(request, attempt));
        }
    }

    private static async Task<Proposal> ProposeAsync(
        IProposer proposer, RepairRequest request, ImmutableArray<Rejection> rejections, int candidate, CancellationToken cancellation)
    {
        try
        {
            var proposal = await (proposer is ISamplingProposer sampling
                ? sampling.ProposeAsync(request, rejections, candidate, cancellation)
                : proposer.ProposeAsync(request, rejections, cancellation)).ConfigureAwait(false);
            return await MissingUsings.AddAsync(request, proposal, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Proposal.Failure(Messages.Get("ProposerBroke", proposer.Name, exception.Message));
        }
    }

    // An edit that came too late says nothing about the reply.
    private static void Settle(Proposal proposal, Verdict verdict)
    {
        if (verdict.Failure is not { Name: "stale" })
            proposal.Slot?.Settle(verdict.Accepted);
    }

    private static CandidateEdit EditOf(RepairRequest request, IProposer proposer, Proposal proposal) =>
        new(request.Document, proposal.NewText)
        {
            Target = request.Diagnostic,
            Region = proposal.Region ?? request.Region,
            Allowance = RepairGuides.For(request.Diagnostic).Allowance,
            RequestedText = request.Text,
            FromReply = proposer.Model is not null,
            ReplyProblem = proposal.ReplyProblem,
        };

    private static Abstention AbstentionOf(RepairRequest request, ImmutableArray<Attempt>.Builder attempts)
    {
        if (attempts.Count == 0)
            return new Abstention(Messages.Get("NobodyHandles", request.Diagnostic.Id), Failed: false);
        var judged = attempts.LastOrDefault(attempt => attempt.Verdict is not null);
        var last = attempts[attempts.Count - 1];
        if (last.Proposal.Failed)
            return new Abstention(last.Proposal.NothingReason!, Failed: true);
        return judged?.Verdict?.Failure is { } failure
            ? new Abstention(Messages.Get("RejectedBy", failure.Name, failure.Reason), Failed: false)
            : new Abstention(last.Proposal.NothingReason!, Failed: false);
    }
}
