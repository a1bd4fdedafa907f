using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>Statements after which the next one is not reached.</summary>
internal static class Exits
{
    /// <summary>Whether the statement, or the last one of its block, returns, throws, breaks, continues or goes elsewhere.</summary>
    public static bool Always(IOperation? statement)
    {
        while (statement is IBlockOperation { Operations: { Length: > 0 } inner })
            statement = inner[inner.Length - 1];
        return statement is IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation or IBranchOperation
            or IExpressionStatementOperation { Operation: IThrowOperation };
    }
}
