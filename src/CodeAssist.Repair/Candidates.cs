using System.Collections.Immutable;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Repair;

/// <summary>
/// The judged candidates of one proposer: knows which proposal repeats an earlier one, and which of those that passed
/// is the best.
/// </summary>
internal sealed class Candidates(RepairRequest request)
{
    // What rejects white space, comments and directives. A rejection by any other check is the tokens' own.
    private static readonly HashSet<string> ChecksOfTrivia = ["scope", "parse", "policy"];

    private readonly List<Judged> _judged = [];

    /// <summary>What was rejected, oldest first.</summary>
    public ImmutableArray<Rejection> Rejections =>
        _judged.Where(one => !one.Verdict.Accepted).Select(one => new Rejection(one.Proposal, one.Verdict)).ToImmutableArray();

    /// <summary>Whether a proposal is the same code as a judged one, so that its verdict is known.</summary>
    public bool IsRepeated(Proposal proposal, CancellationToken cancellation)
    {
        if (proposal.NewText is null)
            return _judged.Exists(earlier => earlier.Proposal.NewText is null && earlier.Proposal.ReplyProblem == proposal.ReplyProblem && earlier.Proposal.Reply == proposal.Reply);
        if (_judged.Exists(earlier => earlier.Proposal.NewText?.ContentEquals(proposal.NewText) == true))
            return true;
        SyntaxNode? root = null;
        foreach (var earlier in _judged.Where(earlier => earlier.Proposal.NewText is not null))
        {
            root ??= Parse(proposal, cancellation);
            if (IsSame(earlier, root, cancellation))
                return true;
        }

        return false;
    }

    /// <summary>Adds a candidate with its verdict.</summary>
    public void Add(Proposal proposal, Verdict verdict) => _judged.Add(new Judged(proposal, verdict));

    /// <summary>The candidate that passed with the smallest effect diff, then with the fewest changed tokens, then the first; null where none passed.</summary>
    public (Proposal Proposal, Verdict Verdict)? Best(CancellationToken cancellation)
    {
        var passed = _judged.FindAll(one => one.Verdict.Accepted);
        var best = passed.Count < 2
            ? passed.FirstOrDefault()
            : passed.OrderBy(one => one.Verdict.ChangedEffects ?? int.MaxValue).ThenBy(one => CountChangedTokens(one, cancellation)).First();
        return best is null ? null : (best.Proposal, best.Verdict);
    }

    private bool IsSame(Judged earlier, SyntaxNode root, CancellationToken cancellation)
    {
        earlier.Root ??= Parse(earlier.Proposal, cancellation);
        if (!earlier.Root.DescendantTokens().Select(TextOf).SequenceEqual(root.DescendantTokens().Select(TextOf)))
            return false;
        return earlier.Verdict.Failure is not { } failure || !ChecksOfTrivia.Contains(failure.Name)
            || Remarks(earlier.Root).SequenceEqual(Remarks(root));
    }

    private int CountChangedTokens(Judged one, CancellationToken cancellation)
    {
        var tokens = new TokenMap(request.Region.Node.SyntaxTree.GetRoot(cancellation), one.Root ??= Parse(one.Proposal, cancellation));
        var kept = tokens.Partners.Count(partner => partner >= 0);
        return tokens.OldTokens.Count - kept + (tokens.NewTokens.Count - kept);
    }

    // What was parsed before the edit is not parsed again.
    private SyntaxNode Parse(Proposal proposal, CancellationToken cancellation) =>
        request.Region.Node.SyntaxTree.WithChangedText(proposal.NewText!).GetRoot(cancellation);

    private static string TextOf(SyntaxToken token) => token.Text;

    private static IEnumerable<string> Remarks(SyntaxNode root) =>
        root.DescendantTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Select(trivia => trivia.ToFullString());

    private sealed class Judged(Proposal proposal, Verdict verdict)
    {
        public Proposal Proposal { get; } = proposal;

        public Verdict Verdict { get; } = verdict;

        public SyntaxNode? Root { get; set; }
    }
}
