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
        context.OnOperation(operation => AnalyzeCall(context, operation, types), OperationKind.Invocation);
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

    private static void AnalyzeCall(RuleContext rule, OperationAnalysisContext context, TextlessTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var value in FormattedBy(call))
            Check(rule, context, value, types);
    }

    // What a call makes a text of: what fills its format, what it joins or writes, or the object whose ToString it calls.
    private static IEnumerable<IOperation> FormattedBy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "ToString" when method is { Parameters.IsEmpty: true, ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }:
                // A query that is asked for its text has one: its tree, or what the database is asked.
                return call.Instance is { Type.Name: not ("IQueryable" or "IOrderedQueryable") } instance and not (IInstanceReferenceOperation or IConditionalAccessInstanceOperation) ? [instance] : [];
            case "Format" or "AppendFormat" or "Write" or "WriteLine" or "Concat" or "Join" or "Append" or "Insert" when IsOfText(method.ContainingType):
                return FormatCall.Of(method, method.Parameters, call.Arguments) is { Values: { } values } ? values : call.Arguments.SelectMany(Objects);
            default:
                return [];
        }
    }

    private static bool IsOfText(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.ToDisplayString() is "System.Console" or "System.IO.TextWriter" or "System.Text.StringBuilder";

    // The argument for a parameter that takes any object, or those for one that takes the rest as an array or a span.
    private static IEnumerable<IOperation> Objects(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue)
            return [];
        if (argument.ArgumentKind == ArgumentKind.Explicit)
            return parameter.Type.SpecialType == SpecialType.System_Object ? [argument.Value] : [];
        var element = parameter.Type is IArrayTypeSymbol array ? array.ElementType : (parameter.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        if (element?.SpecialType != SpecialType.System_Object)
            return [];
        return argument.Value is IArrayCreationOperation { Initializer: { } given } ? given.ElementValues : argument.Value.ChildOperations;
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
