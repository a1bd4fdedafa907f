using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What a member means before and after an edit, and how the two differ.</summary>
internal sealed class MeaningChange
{
    // Beyond it the comparison would take longer than an edit of that size is worth.
    private const int MostNodes = 20_000;

    private readonly Term _old;
    private readonly Term _new;
    private readonly Term _oldNumbered;

    private readonly CancellationToken _cancellation;

    private readonly Func<(Term Old, Term New)?> _written;

    private MeaningChange(Term old, Term now, Func<(Term Old, Term New)?> written, CancellationToken cancellation) =>
        (_old, _new, _oldNumbered, _written, _cancellation) = (old, now, Names.Numbered(old), written, cancellation);

    /// <summary>Compares two members; null where what one means is not known.</summary>
    /// <param name="oldModel">Binds the member before.</param>
    /// <param name="oldNode">The member before.</param>
    /// <param name="newModel">Binds the member after.</param>
    /// <param name="newNode">The member after.</param>
    /// <param name="helpers">What the edit adds beside the member.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public static MeaningChange? Of(SemanticModel oldModel, SyntaxNode oldNode, SemanticModel newModel, SyntaxNode newNode, IReadOnlyList<SyntaxNode> helpers, CancellationToken cancellation)
    {
        if (IsLarge(oldNode) || IsLarge(newNode))
            return null;
        try
        {
            return MeaningBuilder.Of(oldModel, oldNode, cancellation) is { } before && MeaningBuilder.Of(newModel, newNode, cancellation) is { } bound && Renamed(bound, oldNode, newNode) is { } after
                ? new MeaningChange(before, helpers.Aggregate(after, (known, helper) => AddedConstants.Inlined(known, newModel, helper, cancellation)), Written, cancellation)
                : null;
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }

        (Term, Term)? Written() => Facts.LeftOut(() => MeaningBuilder.Of(oldModel, oldNode, cancellation) is { } before && MeaningBuilder.Of(newModel, newNode, cancellation) is { } after ? (before, after) : ((Term, Term)?)null);

        // A parameter is the same one by another name.
        static Term Renamed(Term after, SyntaxNode oldNode, SyntaxNode newNode)
        {
            if (oldNode is not BaseMethodDeclarationSyntax { ParameterList.Parameters: var old } || newNode is not BaseMethodDeclarationSyntax { ParameterList.Parameters: var now } || old.Count != now.Count)
                return after;
            var pairs = old.Zip(now, (one, other) => (Old: one.Identifier.ValueText, New: other.Identifier.ValueText)).Where(pair => pair.Old != pair.New).ToList();
            return pairs is [var (name, other)] && !old.Any(parameter => parameter.Identifier.ValueText == other) ? Names.Renamed(after, other, name) : after;
        }

        static bool IsLarge(SyntaxNode node) => node.DescendantNodes().Take(MostNodes).Count() == MostNodes;
    }

    /// <summary>Whether the two mean the same, but for what may be added. What is not known to is taken to mean something else.</summary>
    public bool IsNoneBut(Additions additions) => Known(false, () =>
        (additions.HasFlag(Additions.Nothing) && IsOld(_new))
        || (additions.HasFlag(Additions.Guard) && AddedGuards.Without(_old, _new).Any(IsOld))
        || (additions.HasFlag(Additions.Disposal) && AddedDisposals.Without(_new).Any(IsOld))
        || (additions.HasFlag(Additions.Snapshot) && IsOld(WithoutSnapshots(_new)))
        || (additions.HasFlag(Additions.NullExit) && NullCases.WithExits(_old, _new).Any(IsOld))
        || (additions.HasFlag(Additions.NullCase) && NullCases.Of(_old, _new).Any(IsOld))
        || (additions.HasFlag(Additions.LastCall) && WithoutLastCall(_new) is { } rest && IsOld(rest)));

    /// <summary>Whether there are more places in which the two differ than a repair may change. What only handles null is none.</summary>
    public bool HasMorePlacesThan(int most) => Known(false, () => _written() is var (before, after) && Facts.LeftOut(() => TermDiff.Count(TermDiff.Places(before, after))) > most && !NullCases.Of(_old, _new).Any(IsOld));

    /// <summary>Whether nothing differs but what the one right repair of a rule changes.</summary>
    public bool IsRepairOf(string diagnosticId) => Known(false, () =>
    {
        var wanted = Names.Numbered(_new);
        return KnownRepairs.Of(diagnosticId, _old, _new).Any(repair => Names.Numbered(Terms.Replace(_old, repair.Old, repair.New)).Equals(wanted));
    });

    /// <summary>An operation that is there with its operands turned round, and was not; null where there is none.</summary>
    public Term? FindTurned() => Known(null, () => TurnedOperands.Find(_old, _new));

    /// <summary>Code that came and cannot but fail; null where there is none.</summary>
    public Term? FindCertainFailure() => Known(null, () => CertainFailures.In(_new) is { Count: > 0 } now ? now.Except(CertainFailures.In(_old)).FirstOrDefault() : null);

    /// <summary>A value whose absence newly lets something be done; null where there is none.</summary>
    public Term? FindWorkWithoutValue() => Known(null, () => NullPolarity.Find(_old, _new));

    private bool IsOld(Term term) => Names.Numbered(term).Equals(_oldNumbered);

    private static Term WithoutSnapshots(Term term) => term.Is("tolist") ? WithoutSnapshots(term[0]) : Terms.With(term, WithoutSnapshots);

    private static Term? WithoutLastCall(Term member)
    {
        if (member.Parts.Count == 0 || Branches.Statements(member.Parts[member.Parts.Count - 1]) is not { Count: > 0 } statements)
            return null;
        var last = statements[statements.Count - 1];
        if (last.Is("await"))
            last = last[0];
        return last.Is("call") && ((last.Data.StartsWith("base ", StringComparison.Ordinal) && last.Parts.Skip(1).All(part => part.Is("param"))) || (last.Data == "GC.SuppressFinalize" && last.Parts is [{ Head: "this" }]))
            ? Terms.Make(member.Head, member.Data, [.. member.Parts.Take(member.Parts.Count - 1), Sequences.Of(statements.Take(statements.Count - 1))])
            : null;
    }

    // What takes too long is not known.
    private T Known<T>(T otherwise, Func<T> find)
    {
        Budget.Begin(_cancellation);
        try
        {
            return find();
        }
        catch (InsufficientExecutionStackException)
        {
            return otherwise;
        }
    }
}
