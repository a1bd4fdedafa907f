using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1039: <c>Equals(object)</c> or <c>==</c> that throws for null, or for a value of another type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EqualsThrowsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.EqualsThrows, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method)
            return;
        if (IsEquals(method))
        {
            if (UnguardedUse.OfArgument(context.OperationBlocks, method.Parameters[0], ofAnyType: true) is { } use)
                Report(rule, context, use, method.Parameters[0], "Equals");
        }
        else if (method is { MethodKind: MethodKind.UserDefinedOperator, Name: WellKnownMemberNames.EqualityOperatorName })
        {
            foreach (var parameter in method.Parameters.Where(parameter => parameter.Type.IsReferenceType))
            {
                if (UnguardedUse.OfArgument(context.OperationBlocks, parameter, ofAnyType: false) is not { } use)
                    continue;
                Report(rule, context, use, parameter, "==");
                return;
            }
        }
    }

    private static bool IsEquals(IMethodSymbol method) =>
        method is { Name: nameof(Equals), IsOverride: true, Parameters: [{ Type.SpecialType: SpecialType.System_Object }] };

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, IOperation use, IParameterSymbol parameter, string member) =>
        rule.Report(context, new Finding(use.Syntax)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, parameter.Name),
            Arguments = [member, Snippet.Of(use.Syntax), parameter.Name],
        });
}
