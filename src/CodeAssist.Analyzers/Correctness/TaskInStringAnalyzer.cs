using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1027: a task, a query or another value without a text of its own becomes part of a string.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskInStringAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.TaskInString, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var types = new TextlessTypes(context);
        context.OnOperation(operation => AnalyzeInterpolation(context, operation, types), OperationKind.Interpolation, OperationKind.InterpolatedStringAppendFormatted);
        context.OnOperation(operation => AnalyzeConcatenation(context, operation, types), OperationKind.Binary, OperationKind.CompoundAssignment);
        context.OnOperation(operation => AnalyzeFormat(context, operation, types), OperationKind.Invocation);
    }

    private static void AnalyzeInterpolation(RuleContext rule, OperationAnalysisContext context, TextlessTypes types)
    {
        switch (context.Operation)
        {
            // A FormattableString is not formatted here: it may be a query with its parameters.
            case IInterpolationOperation { Parent: IInterpolatedStringOperation { Parent: not IConversionOperation { Type.SpecialType: not SpecialType.System_Object and not SpecialType.System_String } } } interpolation:
                Check(rule, context, interpolation.Expression, types);
                break;

            // Handlers of somebody's own may take sequences and tasks apart.
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.ContainingType: { } handler, Arguments: { Length: > 0 } arguments } } when Stability.IsOfFramework(handler):
                Check(rule, context, arguments[0].Value, types);
                break;
        }
    }

    private static void AnalyzeConcatenation(RuleContext rule, OperationAnalysisContext context, TextlessTypes types)
    {
        switch (context.Operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Check(rule, context, sum.LeftOperand, types);
                Check(rule, context, sum.RightOperand, types);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Check(rule, context, sum.Value, types);
                break;
        }
    }

    private static void AnalyzeFormat(RuleContext rule, OperationAnalysisContext context, TextlessTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Format", ContainingType.SpecialType: SpecialType.System_String }
            && FormatCall.Of(call.TargetMethod, call.TargetMethod.Parameters, call.Arguments) is { Values: { } values })
        {
            foreach (var value in values)
                Check(rule, context, value, types);
        }
    }

    private static void Check(RuleContext rule, OperationAnalysisContext context, IOperation value, TextlessTypes types)
    {
        value = Unwrapped.Of(value);
        if (types.Contains(value.Type) && !IsForDebugging(context.ContainingSymbol))
            rule.Report(context, value.Syntax, Snippet.Of(value.Syntax), value.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    // A debugger's view may well show the name of a type.
    private static bool IsForDebugging(ISymbol? member)
    {
        for (; member is not null and not INamespaceSymbol; member = member.ContainingSymbol)
        {
            if (member.Name.IndexOf("Debug", StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
