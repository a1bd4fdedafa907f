using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Conditions that are made of others.</summary>
internal static class Conditions
{
    /// <summary>The operands of one operator in a row, in the order in which they are evaluated; the condition itself where it is none.</summary>
    public static List<IOperation> Operands(IOperation condition, BinaryOperatorKind kind)
    {
        var operands = new List<IOperation>();
        condition = condition.Unwrapped();
        if (condition is not IBinaryOperation { OperatorMethod: null } top || top.OperatorKind != kind)
        {
            operands.Add(condition);
            return operands;
        }

        var pending = new Stack<IOperation>();
        pending.Push(condition);
        while (pending.Count > 0)
        {
            var operand = pending.Pop().Unwrapped();
            if (operand is IBinaryOperation { OperatorMethod: null } binary && binary.OperatorKind == kind)
            {
                pending.Push(binary.RightOperand);
                pending.Push(binary.LeftOperand);
            }
            else
            {
                operands.Add(operand);
            }
        }

        return operands;
    }
}
