using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// The operands of one associative operator in a row, such as <c>a || b || c</c>, however they are nested, and
/// which of them repeat an earlier one.
/// </summary>
internal sealed class OperandChain
{
    private readonly Stability _stability;
    private readonly SameValue _same;
    private readonly List<IOperation> _operands = [];
    private readonly List<IBinaryOperation> _groups = [];
    private List<Interference>? _interferences;

    private OperandChain(IBinaryOperation top, Stability stability, SameValue same)
    {
        _stability = stability;
        _same = same;
        var pending = new Stack<IOperation>();
        pending.Push(top);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!Continues(top, next))
            {
                _operands.Add(next);
                continue;
            }

            var binary = (IBinaryOperation)next;
            if (Continues(top, binary.RightOperand))
                _groups.Add(binary);
            pending.Push(binary.RightOperand);
            pending.Push(binary.LeftOperand);
        }
    }

    /// <summary>Whether the operation is no chain of its own but a part of the one above it.</summary>
    public static bool IsPartOfLarger(IBinaryOperation binary) => binary.Parent is IBinaryOperation above && Continues(above, binary);

    /// <summary>The repetitions in a chain: the node that is wrong, and the two operands.</summary>
    public static IEnumerable<(IOperation Wrong, IOperation First, IOperation Later)> Repetitions(IBinaryOperation top, Stability stability, SameValue same)
    {
        var chain = new OperandChain(top, stability, same);
        var group = chain._groups.FirstOrDefault(binary => same.Holds(binary.LeftOperand, binary.RightOperand));
        return group is null ? chain.Repetitions() : [(group, group.LeftOperand, group.RightOperand)];
    }

    private static bool Continues(IBinaryOperation above, IOperation operation) =>
        operation is IBinaryOperation binary && binary.OperatorKind == above.OperatorKind
        && SymbolEqualityComparer.Default.Equals(binary.OperatorMethod, above.OperatorMethod);

    private IEnumerable<(IOperation Wrong, IOperation First, IOperation Later)> Repetitions()
    {
        if (_operands.Count == 2)
        {
            if (_same.Holds(_operands[0], _operands[1]))
                yield return (ReferenceEquals(_operands[0].Parent, _operands[1].Parent) ? _operands[1].Parent! : _operands[1], _operands[0], _operands[1]);
            yield break;
        }

        var latest = new Dictionary<int, List<int>>();
        for (var index = 0; index < _operands.Count; index++)
        {
            var operand = _operands[index];
            var hash = SameValue.HashOf(operand);
            if (!latest.TryGetValue(hash, out var candidates))
                latest.Add(hash, candidates = []);
            var found = candidates.FindIndex(earlier => _same.Holds(_operands[earlier], operand));
            if (found < 0)
            {
                candidates.Add(index);
                continue;
            }

            var first = candidates[found];
            candidates[found] = index;
            if (IsUntouched(first, index))
            {
                var pair = ReferenceEquals(_operands[first].Parent, operand.Parent);
                yield return (pair ? operand.Parent! : operand, _operands[first], operand);
            }
        }
    }

    // Whether what stands between two operands leaves the value of the first as it was.
    private bool IsUntouched(int first, int later)
    {
        if (later == first + 1)
            return true;
        _interferences ??= _operands.ConvertAll(operand => Interferences.Of(operand, _stability));
        var worst = Interference.None;
        for (var index = first + 1; index < later; index++)
        {
            if (_interferences[index] > worst)
                worst = _interferences[index];
        }

        return worst == Interference.None || (worst == Interference.Calls && Interferences.ReadsOnlyLocals(_operands[first]));
    }
}
