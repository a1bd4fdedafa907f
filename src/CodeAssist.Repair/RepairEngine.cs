using System.Collections.Immutable;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Evidence;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Guides;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair;

/// <summary>Diagnostic in, checked edit out: asks proposers in order and offers the first edit that passes the gate.</summary>
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
        var rejections = ImmutableArray<Rejection>.Empty;
        for (var round = 0; round <= proposer.FeedbackRounds; round++)
        {
            var proposal = await ProposeAsync(proposer, request, rejections, cancellation).ConfigureAwait(false);
            if (proposal.NothingReason is not null)
            {
                Record(new Attempt(proposer, proposal, null, round));
                return null;
            }

            // A proposer that repeats what was rejected has no more to say.
            if (rejections.Any(earlier => SameEdit(earlier.Proposal, proposal)))
                return null;

            var verdict = await gate.JudgeAsync(EditOf(request, proposer, proposal), cancellation).ConfigureAwait(false);
            Record(new Attempt(proposer, proposal, verdict, round));
            if (verdict.Accepted)
            {
                return new CheckedEdit(
                    request.Document, proposal.NewText!, proposer.Name, proposer.Model, Titles.Of(request, proposer, proposal, verdict), verdict);
            }

            rejections = rejections.Add(new Rejection(proposal, verdict));
        }

        return null;

        void Record(Attempt attempt)
        {
            attempts.Add(attempt);
            evidence?.Write(EvidenceRecord.Of(request, attempt));
        }
    }

    private static async Task<Proposal> ProposeAsync(
        IProposer proposer, RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation)
    {
        try
        {
            var proposal = await proposer.ProposeAsync(request, rejections, cancellation).ConfigureAwait(false);
            return await MissingUsings.AddAsync(request, proposal, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Proposal.Failure(Messages.Get("ProposerBroke", proposer.Name, exception.Message));
        }
    }

    private static CandidateEdit EditOf(RepairRequest request, IProposer proposer, Proposal proposal) =>
        new(request.Document, proposal.NewText)
        {
            Target = request.Diagnostic,
            Region = request.Region,
            Allowance = RepairGuides.For(request.Diagnostic.Id).Allowance,
            RequestedText = request.Text,
            FromReply = proposer.Model is not null,
            ReplyProblem = proposal.ReplyProblem,
        };

    private static bool SameEdit(Proposal one, Proposal other) =>
        one.NewText is null
            ? other.NewText is null && one.ReplyProblem == other.ReplyProblem && one.Reply == other.Reply
            : other.NewText is not null && one.NewText.ContentEquals(other.NewText);

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
