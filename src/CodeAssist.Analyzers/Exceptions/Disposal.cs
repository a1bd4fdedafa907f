using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>A statement that disposes of a variable's or a field's object.</summary>
/// <param name="Subject">The variable or field.</param>
/// <param name="Call">The call.</param>
/// <param name="Statement">The statement that is nothing but the call.</param>
internal sealed record Disposal(ISymbol Subject, IInvocationOperation Call, IExpressionStatementOperation Statement)
{
    /// <summary>The call's text, with the <c>?.</c> in front of it.</summary>
    public SyntaxNode Syntax => Call.Parent is IConditionalAccessOperation access ? access.Syntax : Call.Syntax;
}
