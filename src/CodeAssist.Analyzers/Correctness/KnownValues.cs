using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>What conditions that are evaluated one after the other say of the values in them, as long as nothing changes those.</summary>
internal sealed class KnownValues(Stability stability, SameValue same)
{
    private readonly Dictionary<int, List<KnownValue>> _values = [];

    /// <summary>The condition that a claim contradicts, or null.</summary>
    public IOperation? Contradicted(Claim claim) => Of(claim)?.Contradicted(claim);

    /// <summary>Adds a claim that holds from here on.</summary>
    public void Add(Claim claim, IOperation condition)
    {
        var hash = SameValue.HashOf(claim.Subject);
        if (!_values.TryGetValue(hash, out var values))
            _values.Add(hash, values = []);
        var known = Of(claim);
        if (known is null)
            values.Add(known = new KnownValue(claim.Subject));
        known.Add(claim, condition);
    }

    /// <summary>Forgets what evaluating the condition may have changed.</summary>
    /// <returns>Whether it changes nothing, so that it says something about the values in it.</returns>
    public bool Evaluate(IOperation condition)
    {
        var interference = Interferences.Of(condition, stability);
        switch (interference)
        {
            case Interference.Writes:
                _values.Clear();
                break;
            case Interference.Calls:
                foreach (var values in _values.Values)
                    values.RemoveAll(value => !Interferences.ReadsOnlyLocals(value.Subject));
                break;
        }

        return interference == Interference.None;
    }

    private KnownValue? Of(Claim claim) =>
        _values.TryGetValue(SameValue.HashOf(claim.Subject), out var values) ? values.Find(value => same.Holds(value.Subject, claim.Subject)) : null;
}
