using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1037: a field, property or local that is assigned twice in a row, with different values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverwrittenAssignmentAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // The SDK's rule for local variables: where it is a warning, it speaks of them.
    private const string UnnecessaryAssignment = "IDE0059";

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.OverwrittenAssignment, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        var same = new SameValue(stability);
        var properties = new PlainProperties(context);
        context.OnOperation(
            operation => Analyze(context, operation, () => new UnreadWrites(stability, same, properties)),
            OperationKind.Block,
            OperationKind.SwitchCase);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, Func<UnreadWrites> nothingWritten)
    {
        var statements = context.Operation is ISwitchCaseOperation section ? section.Body : ((IBlockOperation)context.Operation).Operations;
        if (!WritesOneTwice(statements))
            return;
        var writes = nothingWritten();
        foreach (var statement in statements)
        {
            // What another build configuration does in between is not known.
            if (statement.Syntax.ContainsDirectives && statement.Syntax.GetLeadingTrivia().Any(trivia => trivia.IsDirective))
                writes.Clear();
            switch (statement)
            {
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment }:
                    if (writes.Add(assignment) is { } earlier && !IsReportedElsewhere(assignment.Target, rule, context.CancellationToken))
                        Report(rule, context, assignment.Target, earlier);
                    break;
                case IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol.RefKind: RefKind.None } declarator] }] } when declarator.GetVariableInitializer() is not null:
                    writes.Add(declarator);
                    break;
                default:
                    writes.Clear();
                    break;
            }
        }
    }

    // Whether a run of assignments and declarations names a target again: few lists of statements do.
    private static bool WritesOneTwice(ImmutableArray<IOperation> statements)
    {
        ISymbol? last = null;
        HashSet<ISymbol>? written = null;
        foreach (var statement in statements)
        {
            if (WrittenBy(statement) is not { } symbol)
            {
                last = null;
                written?.Clear();
                continue;
            }

            if (last is not null && written is null)
                written = new(SymbolEqualityComparer.Default);
            if (last is not null)
                written!.Add(last);
            if (written?.Contains(symbol) == true)
                return true;
            last = symbol;
        }

        return false;
    }

    private static ISymbol? WrittenBy(IOperation statement) => statement switch
    {
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false, Target: var target } } => target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        },
        IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var declared }] }] } => declared,
        _ => null,
    };

    private static bool IsReportedElsewhere(IOperation target, RuleContext rule, CancellationToken cancellation)
    {
        if (target is not (ILocalReferenceOperation or IParameterReferenceOperation))
            return false;
        var options = rule.Compilation.Options;
        var severity = ReportDiagnostic.Default;
        _ = options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(target.Syntax.SyntaxTree, UnnecessaryAssignment, cancellation, out severity) == true
            || options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(UnnecessaryAssignment, cancellation, out severity) == true
            || options.SpecificDiagnosticOptions.TryGetValue(UnnecessaryAssignment, out severity);
        return severity is ReportDiagnostic.Warn or ReportDiagnostic.Error;
    }

    private static void Report(RuleContext rule, OperationAnalysisContext context, IOperation target, SyntaxNode earlier) =>
        rule.Report(context, new Finding(target.Syntax)
        {
            AdditionalLocations = [earlier.GetLocation()],
            Arguments = [Snippet.Of(target.Syntax), Snippet.Of(earlier.Parent is AssignmentExpressionSyntax assignment ? assignment : earlier)],
        });
}
