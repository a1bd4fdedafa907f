using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1034: after <c>var b = a as B</c>, <c>a</c> is compared with null, and <c>b</c> is used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongVariableAfterAsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // How far below the `as` the test may stand: statements in between must not touch either variable.
    private const int Reach = 4;

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.WrongVariableAfterAs, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    // By whole bodies: the test that is reported stands outside the `as`.
    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        foreach (var operation in context.OfKind(OperationKind.Conversion))
        {
            if (operation is IConversionOperation { IsTryCast: true } cast)
                Analyze(rule, context, cast);
        }
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, IConversionOperation cast)
    {
        if (MayNotFail(cast, rule.Compilation)
            || VariableOf(cast.Operand) is not { } source
            || ResultOf(cast) is not var (result, statement)
            || SymbolEqualityComparer.Default.Equals(source, result)
            || statement.Parent is not IBlockOperation block)
        {
            return;
        }

        var index = block.Operations.IndexOf(statement);
        for (var next = index + 1; next < block.Operations.Length && next <= index + Reach; next++)
        {
            var test = FirstMention(block.Operations[next], source, result);
            if (test is null)
                continue;
            if (NullTestAround(test, source) is { } found
                && !IsTypeKnown(found, source, result)
                && UsesUnguarded(found, result, block, next) is { } use)
            {
                rule.Report(context, new Finding(test.Syntax)
                {
                    AdditionalLocations = [use.Syntax.GetLocation()],
                    Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, result.Name),
                    Arguments = [source.Name, result.Name],
                });
            }

            return;
        }
    }

    // Up the hierarchy `as` always succeeds: then the source is null where the result is.
    private static bool MayNotFail(IConversionOperation cast, Compilation compilation) =>
        cast.Type is null || cast.Operand.Type is null || compilation.ClassifyConversion(cast.Operand.Type, cast.Type) is { IsImplicit: true };

    private static ISymbol? VariableOf(IOperation operation) => Unwrapped.OfCasts(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    // The local that takes the result of `as`, and the statement that gives it.
    private static (ISymbol Result, IOperation Statement)? ResultOf(IConversionOperation cast)
    {
        IOperation value = cast;
        while (value.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent: IVariableDeclarationOperation { Parent: IVariableDeclarationGroupOperation statement } } declarator } =>
                (declarator.Symbol, statement),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation statement } => (target.Local, statement),
            _ => null,
        };
    }

    private static IOperation? FirstMention(IOperation statement, ISymbol source, ISymbol result) =>
        statement.Descendants().FirstOrDefault(node => IsReferenceTo(node, source) || IsReferenceTo(node, result));

    private static bool IsReferenceTo(IOperation node, ISymbol symbol) => node switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        _ => false,
    };

    private static NullTest? NullTestAround(IOperation mention, ISymbol source)
    {
        if (!IsReferenceTo(mention, source))
            return null;
        var above = mention;
        while (above.Parent is IConversionOperation or IParenthesizedOperation or IConstantPatternOperation or IArgumentOperation)
            above = above.Parent;
        return above.Parent is { } parent && NullTest.Of(parent) is { } test && ReferenceEquals(test.Tested, mention) ? test : null;
    }

    // Another part of the condition tests the result, or what kind of thing the source is.
    private static bool IsTypeKnown(NullTest test, ISymbol source, ISymbol result)
    {
        var condition = test.Whole;
        while (condition.Parent is IBinaryOperation or IUnaryOperation or IParenthesizedOperation)
            condition = condition.Parent;
        foreach (var node in condition.DescendantsAndSelf())
        {
            if (IsReferenceTo(node, result) && !IsDereferenced(node))
                return true;
            if (IsReferenceTo(node, source) && node.Parent is IIsTypeOperation or IIsPatternOperation && !ReferenceEquals(node.Parent, test.Whole))
                return true;
            var name = node switch
            {
                IInvocationOperation call => call.TargetMethod.Name,
                IMemberReferenceOperation member => member.Member.Name,
                _ => string.Empty,
            };
            if (name.Contains("Type") || name.Contains("Kind") || name.StartsWith("Is", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Where the code that the test guards uses the result as if it were not null.
    private static IOperation? UsesUnguarded(NullTest test, ISymbol result, IBlockOperation block, int index)
    {
        var guarded = new List<IOperation>();
        var below = test.Whole;
        var isTrueForNull = test.IsTrueForNull;
        for (var above = below.Parent; above is not null; below = above, above = above.Parent)
        {
            switch (above)
            {
                case IParenthesizedOperation or IConversionOperation { IsImplicit: true }:
                    continue;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    isTrueForNull = !isTrueForNull;
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary
                    when binary.OperatorKind == (isTrueForNull ? BinaryOperatorKind.ConditionalOr : BinaryOperatorKind.ConditionalAnd):
                    if (ReferenceEquals(binary.LeftOperand, below))
                        guarded.Add(binary.RightOperand);
                    continue;
                case IConditionalOperation conditional when ReferenceEquals(conditional.Condition, below):
                    if ((isTrueForNull ? conditional.WhenFalse : conditional.WhenTrue) is { } branch)
                        guarded.Add(branch);
                    if (isTrueForNull && ReferenceEquals(conditional, block.Operations[index]) && Exits.Always(conditional.WhenTrue))
                        guarded.AddRange(block.Operations.Skip(index + 1));
                    return Dereference(guarded, result);
                default:
                    return Dereference(guarded, result);
            }
        }

        return null;
    }

    // The first use decides: a test or an assignment before the first dereference guards it.
    private static IOperation? Dereference(List<IOperation> guarded, ISymbol result)
    {
        var use = guarded.SelectMany(part => part.DescendantsAndSelf()).FirstOrDefault(node => IsReferenceTo(node, result));
        return use is not null && IsDereferenced(use) ? use : null;
    }

    private static bool IsDereferenced(IOperation use)
    {
        // `b!.X` says that it is known.
        if (use.Syntax.Parent is PostfixUnaryExpressionSyntax suppression && suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            return false;
        var value = use;
        while (value.Parent is IConversionOperation { IsTryCast: false })
            value = value.Parent;
        return value.Parent switch
        {
            IMemberReferenceOperation member => ReferenceEquals(member.Instance, value),
            IInvocationOperation call => ReferenceEquals(call.Instance, value),
            IArrayElementReferenceOperation element => ReferenceEquals(element.ArrayReference, value),
            IForEachLoopOperation loop => ReferenceEquals(loop.Collection, value),
            _ => false,
        };
    }
}
