using System.Collections.Immutable;
using System.Globalization;
using CodeAssist.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1036: a clamp whose lower bound lies above its upper bound.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImpossibleClampAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.ImpossibleClamp, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.Invocation);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Clamp" or "Min" or "Max"))
            return;
        if (Clamp.Of(call).FirstOrDefault(reading => IsReversed(reading, context.CancellationToken)) is not { } clamp)
            return;

        // A test may want to see it throw.
        if (call.TargetMethod.Name == "Clamp" && rule.IsTestProject)
            return;
        rule.Report(context, new Finding(call.Syntax)
        {
            Location = OneLine.Of(call.Syntax, call.Syntax is InvocationExpressionSyntax invocation ? invocation.Expression : call.Syntax),
            AdditionalLocations = [clamp.Lower.Syntax.GetLocation(), clamp.Upper.Syntax.GetLocation()],
            Properties = NamesAreInOrder(clamp)
                ? ImmutableDictionary<string, string?>.Empty
                : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, "swapped"),
            Arguments = [Snippet.Of(call.Syntax), Snippet.Of(clamp.Lower.Syntax), Snippet.Of(clamp.Upper.Syntax)],
        });
    }

    private static bool IsReversed(Clamp clamp, CancellationToken cancellation)
    {
        var (lower, upper) = (clamp.Lower, clamp.Upper);
        if (lower.ConstantValue is { HasValue: true, Value: { } least } && upper.ConstantValue is { HasValue: true, Value: { } greatest })
            return IsAbove(least, greatest) && !IsBuildChoice(lower, cancellation) && !IsBuildChoice(upper, cancellation);
        return BoundOf(lower) is (true, var subject) && BoundOf(upper) is (false, var other) && subject == other && AreOfOneOwner(lower, upper);
    }

    private static bool IsAbove(object one, object other)
    {
        if (one is float or double || other is float or double)
            return Convert.ToDouble(one, CultureInfo.InvariantCulture) > Convert.ToDouble(other, CultureInfo.InvariantCulture);
        return one is not string and not bool && other is not string and not bool
            && Convert.ToDecimal(one is char sign ? (int)sign : one, CultureInfo.InvariantCulture) > Convert.ToDecimal(other is char mark ? (int)mark : other, CultureInfo.InvariantCulture);
    }

    private static bool IsBuildChoice(IOperation bound, CancellationToken cancellation) =>
        StablePath.SymbolOf(bound) is { } symbol && BuildChoice.Decides(symbol, cancellation);

    private static (bool IsGreatest, string Subject)? BoundOf(IOperation bound) =>
        StablePath.SymbolOf(bound) is { } symbol ? BoundWords.Of(symbol.Name) : null;

    // range.Max and range.Min belong together, range.Max and window.Min do not.
    private static bool AreOfOneOwner(IOperation one, IOperation other) => (one, other) switch
    {
        (IMemberReferenceOperation { Instance: { } owner }, IMemberReferenceOperation { Instance: { } otherOwner }) => StablePath.Same(owner, otherOwner),
        (IMemberReferenceOperation { Instance: null } member, IMemberReferenceOperation { Instance: null } otherMember) =>
            SymbolEqualityComparer.Default.Equals(member.Member.ContainingType, otherMember.Member.ContainingType),
        (IMemberReferenceOperation { Instance: not null and not IInstanceReferenceOperation }, _) or (_, IMemberReferenceOperation { Instance: not null and not IInstanceReferenceOperation }) => false,
        _ => true,
    };

    // Where values and names of constants disagree, it is the constants that are wrong.
    private static bool NamesAreInOrder(Clamp clamp) => BoundOf(clamp.Lower) is (false, _) || BoundOf(clamp.Upper) is (true, _);
}
