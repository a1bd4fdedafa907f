using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// What the arms so far have tested and found false, and whether it still is: something that was evaluated since then
/// may have changed it.
/// </summary>
internal sealed class EarlierTests(Stability stability, SameValue same)
{
    private readonly Dictionary<int, List<Test>> _tests = [];
    private int _position;
    private int _lastCall = -1;
    private int _lastWrite = -1;

    /// <summary>Adds the condition of the next arm.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="pattern">What the switched value must match besides; null where there is no such value.</param>
    /// <returns>What an earlier arm tested so that this condition cannot hold; null where it can.</returns>
    public IOperation? Add(IOperation condition, IPatternOperation? pattern = null)
    {
        IOperation? earlier = null;
        var mayHold = false;
        var tests = new List<Test>();
        foreach (var alternative in Conditions.Operands(condition, BinaryOperatorKind.ConditionalOr))
        {
            tests.Add(new Test(alternative, pattern, _position));
            var found = Find(alternative, pattern);
            foreach (var part in Conditions.Operands(alternative, BinaryOperatorKind.ConditionalAnd))
            {
                found ??= Find(part, pattern);
                Evaluate(part);
            }

            mayHold |= found is null;
            earlier ??= found;
        }

        foreach (var test in tests)
            Remember(test);
        return mayHold ? null : earlier;
    }

    private IOperation? Find(IOperation condition, IPatternOperation? pattern)
    {
        if (!_tests.TryGetValue(SameValue.HashOf(condition), out var candidates))
            return null;
        foreach (var test in candidates)
        {
            if (IsUntouched(test) && Covers(test.Pattern, pattern) && same.Holds(test.Condition, condition))
                return test.Condition;
        }

        return null;
    }

    private bool Covers(IPatternOperation? earlier, IPatternOperation? later) =>
        earlier is null or IDiscardPatternOperation || (later is not null && same.Holds(earlier, later));

    private bool IsUntouched(Test test) =>
        _lastWrite < test.Position && (_lastCall < test.Position || Interferences.ReadsOnlyLocals(test.Condition));

    private void Evaluate(IOperation operand)
    {
        switch (Interferences.Of(operand, stability))
        {
            case Interference.Calls:
                _lastCall = _position;
                break;
            case Interference.Writes:
                _lastWrite = _position;
                break;
        }

        _position++;
    }

    private void Remember(Test test)
    {
        // What is constant is so in this build configuration, and the compiler says what it does not reach.
        if (test.Condition.ConstantValue.HasValue)
            return;
        var hash = SameValue.HashOf(test.Condition);
        if (!_tests.TryGetValue(hash, out var tests))
            _tests.Add(hash, tests = []);

        // Of tests that are still good, one of a kind is enough.
        tests.RemoveAll(earlier => !IsUntouched(earlier));
        tests.Add(test);
    }

    private readonly record struct Test(IOperation Condition, IPatternOperation? Pattern, int Position);
}
