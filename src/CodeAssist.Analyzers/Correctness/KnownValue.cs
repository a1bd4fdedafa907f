using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>What the claims so far say of one value.</summary>
internal sealed class KnownValue(IOperation subject)
{
    // A chain that tests one value for more types than this is generated; the cost stays linear.
    private const int MostTypes = 16;

    private readonly Dictionary<object, IOperation> _others = [];
    private readonly List<(Claim Claim, IOperation Condition)> _types = [];
    private (object? Value, IOperation Condition)? _value;
    private (object Value, bool IsIn, IOperation Condition)? _least;
    private (object Value, bool IsIn, IOperation Condition)? _greatest;
    private IOperation? _notNull;

    /// <summary>The value.</summary>
    public IOperation Subject { get; } = subject;

    /// <summary>The condition that a claim contradicts, or null.</summary>
    public IOperation? Contradicted(Claim claim)
    {
        if (claim.Type is not null)
            return ContradictedType(claim);
        return claim.Relation switch
        {
            Relation.Is when _value is var (value, condition) && !Equals(value, claim.Value) && (value is null || claim.Value is null || AreComparable(value, claim.Value)) => condition,
            Relation.Is when claim.Value is null => _notNull ?? _least?.Condition ?? _greatest?.Condition,
            Relation.Is => _others.TryGetValue(claim.Value, out var condition) ? condition : OutsideOf(claim.Value),
            Relation.IsNot => _value is var (value, condition) && Equals(value, claim.Value) ? condition : null,
            _ => ContradictedBound(claim),
        };
    }

    /// <summary>Adds a claim that holds.</summary>
    public void Add(Claim claim, IOperation condition)
    {
        if (claim.Type is not null)
        {
            if (_types.Count < MostTypes)
                _types.Add((claim, condition));
        }
        else if (IsBound(claim))
        {
            var (bound, isIn) = BoundOf(claim);
            if (claim.Relation is Relation.Greater or Relation.AtLeast)
            {
                if (_least is not var (least, _, _) || (AreComparable(bound, least) && Compare(bound, least) > 0))
                    _least = (bound, isIn, condition);
            }
            else if (_greatest is not var (greatest, _, _) || (AreComparable(bound, greatest) && Compare(bound, greatest) < 0))
            {
                _greatest = (bound, isIn, condition);
            }
        }
        else if (claim.Relation == Relation.Is)
        {
            _value ??= (claim.Value, condition);
        }
        else if (claim.Value is null)
        {
            _notNull ??= condition;
        }
        else if (!_others.ContainsKey(claim.Value))
        {
            _others.Add(claim.Value, condition);
        }
    }

    private static bool AreComparable(object? one, object? other) => one is not null && other is not null && one.GetType() == other.GetType();

    private static int Compare(object one, object other) => one is string ? string.CompareOrdinal((string)one, (string)other) : ((IComparable)one).CompareTo(other);

    private static bool IsBound(Claim claim) => claim.Relation is not (Relation.Is or Relation.IsNot);

    private static (object Value, bool IsIn) BoundOf(Claim claim) => (claim.Relation, claim.Value) switch
    {
        // Of whole numbers, less than n is at most n - 1.
        (Relation.Less, decimal value) when IsWhole(claim) => (value - 1, true),
        (Relation.Greater, decimal value) when IsWhole(claim) => (value + 1, true),
        _ => (claim.Value!, claim.Relation is Relation.AtLeast or Relation.AtMost),
    };

    private static bool IsWhole(Claim claim)
    {
        var type = claim.Subject.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : claim.Subject.Type;
        return type?.SpecialType != SpecialType.System_Decimal;
    }

    private IOperation? ContradictedBound(Claim claim)
    {
        if (_value is var (value, condition))
            return value is null ? condition : Allows(claim, value) ? null : condition;
        var (bound, isIn) = BoundOf(claim);
        var opposite = claim.Relation is Relation.Less or Relation.AtMost ? _least : _greatest;
        if (opposite is not var (other, otherIsIn, otherCondition) || !AreComparable(bound, other))
            return null;
        var order = claim.Relation is Relation.Less or Relation.AtMost ? Compare(bound, other) : Compare(other, bound);
        return order < 0 || (order == 0 && !(isIn && otherIsIn)) ? otherCondition : null;
    }

    private IOperation? ContradictedType(Claim claim) => _types.Find(
        known => claim.Relation == Relation.Is
            ? known.Claim.Relation == Relation.IsNot && TypeTests.IsAlways(claim.Type!, known.Claim.Type!)
            : known.Claim.Relation == Relation.Is && TypeTests.IsAlways(known.Claim.Type!, claim.Type!)).Condition;

    private IOperation? OutsideOf(object value)
    {
        if (_least is var (least, leastIsIn, below) && AreComparable(least, value) && (Compare(value, least) is var one && (one < 0 || (one == 0 && !leastIsIn))))
            return below;
        if (_greatest is var (greatest, greatestIsIn, above) && AreComparable(greatest, value) && (Compare(value, greatest) is var two && (two > 0 || (two == 0 && !greatestIsIn))))
            return above;
        return null;
    }

    private static bool Allows(Claim bound, object value)
    {
        if (!AreComparable(bound.Value, value))
            return true;
        var order = Compare(value, bound.Value!);
        return bound.Relation switch
        {
            Relation.Less => order < 0,
            Relation.AtMost => order <= 0,
            Relation.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
