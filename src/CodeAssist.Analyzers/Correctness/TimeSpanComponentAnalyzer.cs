using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1023: a component of a time difference is used as if it were the whole difference.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TimeSpanComponentAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // Not Days: nothing is larger, so that they are the whole amount.
    private static readonly HashSet<string> Components = ["Hours", "Minutes", "Seconds", "Milliseconds", "Microseconds", "Nanoseconds"];

    private static readonly string[] ElapsedWords = ["elapsed"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.TimeSpanComponent, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (context.Type("System.TimeSpan") is { } span)
            context.OnOperationBlock(block => Analyze(context, block, span));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, INamedTypeSymbol span)
    {
        List<IPropertyReferenceOperation>? found = null;
        Dictionary<string, HashSet<string>>? used = null;
        foreach (var operation in context.OfKind(OperationKind.PropertyReference))
        {
            if (operation is IPropertyReferenceOperation { Instance: { } instance, Property: { Name: var name, ContainingType: { } type } } property
                && SymbolEqualityComparer.Default.Equals(type, span))
            {
                var receiver = instance.Syntax.ToString();
                used ??= new(StringComparer.Ordinal);
                if (!used.TryGetValue(receiver, out var names))
                    used.Add(receiver, names = []);
                names.Add(name);
                if (Components.Contains(name))
                    (found ??= []).Add(property);
            }
        }

        if (found is null || used is null)
            return;
        var differences = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in context.OfKind(OperationKind.VariableDeclarator))
        {
            if (operation is IVariableDeclaratorOperation { Initializer.Value: { } value } declarator && IsDifference(value, span))
                differences.Add(declarator.Symbol);
        }

        foreach (var property in found)
        {
            // Where another part of the same time is used too, this is one of the parts.
            if (used[property.Instance!.Syntax.ToString()].Count == 1
                && (IsDifference(property.Instance, span) || (property.Instance is ILocalReferenceOperation local && differences.Contains(local.Local)))
                && IsWholeAmount(property))
            {
                Report(rule, context, property);
            }
        }
    }

    // b - a, b.Subtract(a), Stopwatch.Elapsed and GetElapsedTime, and what is named after them.
    private static bool IsDifference(IOperation value, INamedTypeSymbol span)
    {
        value = value.Unwrapped();
        return SymbolEqualityComparer.Default.Equals(value.Type, span) && value switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } => true,
            IInvocationOperation { TargetMethod: { Name: "Subtract" or "GetElapsedTime" or "Duration", ContainingType: { } type } } => Stability.IsOfFramework(type),
            IPropertyReferenceOperation { Property.Name: var name } => Words.AnyStartsWith(name, ElapsedWords),
            IFieldReferenceOperation { Field.Name: var name } => Words.AnyStartsWith(name, ElapsedWords),
            IParameterReferenceOperation { Parameter.Name: var name } => Words.AnyStartsWith(name, ElapsedWords),
            ILocalReferenceOperation { Local.Name: var name } => Words.AnyStartsWith(name, ElapsedWords),
            _ => false,
        };
    }

    private static bool IsWholeAmount(IPropertyReferenceOperation property)
    {
        // Padded to two digits, as on a clock.
        if (property.Syntax.Parent is InterpolationSyntax { FormatClause: { } format } && IsOfClock(format.FormatStringToken.ValueText))
            return false;
        var (parent, child) = property.ParentBeyondConversions();
        return parent switch
        {
            // Whether there is any such part, or where in a cycle the time is.
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder } => false,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                !(ReferenceEquals(comparison.LeftOperand, child) ? comparison.RightOperand : comparison.LeftOperand).ConstantValue.HasValue,
            IInvocationOperation { TargetMethod.Name: "ToString" } call =>
                !(call.Arguments.Length > 0 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } && IsOfClock(text)),
            IExpressionStatementOperation or INameOfOperation => false,
            _ => true,
        };
    }

    private static bool IsOfClock(string format) => format is "00" or "000" or "0" || format.StartsWith("D", StringComparison.OrdinalIgnoreCase);

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, IPropertyReferenceOperation property) =>
        rule.Report(context, new Finding(property.Syntax)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, "Total" + property.Property.Name),
            Arguments = [property.Property.Name, "Total" + property.Property.Name],
        });
}
