using System.Collections.Concurrent;
using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1005: a getter returns, or a setter sets, another field than the one that has the property's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyUsesWrongFieldAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.PropertyUsesWrongField, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var types = new ConcurrentDictionary<INamedTypeSymbol, FieldsOfType>(SymbolEqualityComparer.Default);
        context.OnOperationBlock(block => Analyze(context, block, types));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, ConcurrentDictionary<INamedTypeSymbol, FieldsOfType> types)
    {
        if (context.OwningSymbol is not IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property } accessor
            || !MentionsField(context.OperationBlocks)
            || IsTurnedAround(property))
        {
            return;
        }

        var fields = types.GetOrAdd(property.ContainingType.OriginalDefinition, type => new FieldsOfType(type));
        if (fields.MatchOf(property) is not { } own)
            return;
        var body = context.AllOperations().ToList();
        var used = accessor.MethodKind switch
        {
            MethodKind.PropertyGet => ReturnedField(body, own, property),
            MethodKind.PropertySet when !own.IsReadOnly => AssignedField(body, own, property),
            _ => null,
        };
        if (used is not null && HasTypeOf(own, used.Field, property) && IsMistaken(used.Field, own, property, accessor, fields, body))
            Report(rule, context, property, used, own);
    }

    private static bool MentionsField(ImmutableArray<IOperation> blocks)
    {
        foreach (var block in blocks)
        {
            if (Body.Of(block).Has(OperationKind.FieldReference))
                return true;
        }

        return false;
    }

    // A type or property that is named so turns widths into heights on purpose.
    private static bool IsTurnedAround(IPropertySymbol property) =>
        ReversalWords.AreIn(property.Name) || ReversalWords.AreIn(property.ContainingType.Name);

    private static IFieldReferenceOperation? ReturnedField(List<IOperation> body, IFieldSymbol own, IPropertySymbol property)
    {
        // A getter that looks at its own field, in whatever way, is no copy that was forgotten.
        if (body.Any(node => IsReferenceTo(node, own) || IsBackingField(node, property)))
            return null;
        var returns = body.OfType<IReturnOperation>().Where(node => node.ReturnedValue is not null && !IsNested(node)).Take(2).ToList();
        if (returns.Count != 1)
            return null;
        var returned = Unwrapped.Of(returns[0].ReturnedValue!);
        returned = returned switch
        {
            ICoalesceAssignmentOperation lazy => lazy.Target,
            ICoalesceOperation { WhenNull: var otherwise } guarded when Unwrapped.Of(otherwise) is IThrowOperation => Unwrapped.Of(guarded.Value),
            _ => returned,
        };
        return returned is IFieldReferenceOperation used && IsSibling(used, own) ? used : null;
    }

    private static IFieldReferenceOperation? AssignedField(List<IOperation> body, IFieldSymbol own, IPropertySymbol property)
    {
        // The own field may be compared with the new value; any other use says that it is taken care of.
        if (body.Any(node => (IsReferenceTo(node, own) && !IsCompared(node)) || IsBackingField(node, property)))
            return null;
        var assignments = body.OfType<IAssignmentOperation>().Where(assignment => IsNewValue(assignment.Value)).Take(2).ToList();
        return assignments.Count == 1
            && assignments[0] is ISimpleAssignmentOperation { IsRef: false, Target: IFieldReferenceOperation used } assignment
            && !IsNested(assignment)
            && IsSibling(used, own)
                ? used
                : null;
    }

    private static bool IsReferenceTo(IOperation node, IFieldSymbol field) =>
        node is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field.OriginalDefinition, field);

    // The keyword field.
    private static bool IsBackingField(IOperation node, IPropertySymbol property) =>
        node is IFieldReferenceOperation { Field.AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property);

    // Another field of the same object and the same type declaration.
    private static bool IsSibling(IFieldReferenceOperation used, IFieldSymbol own) =>
        used is { Field: { IsConst: false, IsImplicitlyDeclared: false }, Instance: null or IInstanceReferenceOperation }
        && used.Field.IsStatic == own.IsStatic
        && SymbolEqualityComparer.Default.Equals(used.Field.ContainingType.OriginalDefinition, own.ContainingType);

    // value, or value ?? otherwise.
    private static bool IsNewValue(IOperation assigned) =>
        (Unwrapped.Of(assigned) is ICoalesceOperation coalesce ? Unwrapped.Of(coalesce.Value) : Unwrapped.Of(assigned))
            is IParameterReferenceOperation { Parameter: { Name: "value", IsImplicitlyDeclared: true } };

    private static bool IsCompared(IOperation reference)
    {
        var parent = reference.Parent;
        while (parent is IConversionOperation or IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In })
            parent = parent.Parent;
        return parent is IBinaryOperation or IIsPatternOperation or IInvocationOperation { TargetMethod.Name: "Equals" or "ReferenceEquals" or "Compare" or "CompareTo" };
    }

    private static bool IsNested(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    private static bool HasTypeOf(IFieldSymbol own, IFieldSymbol used, IPropertySymbol property) =>
        SymbolEqualityComparer.Default.Equals(own.Type, property.Type) || SymbolEqualityComparer.Default.Equals(own.Type, used.Type);

    // Surely so where the field belongs to another property. Otherwise a name that extends the property's (_scaleWanted
    // for Scale) is meant, and an accessor that does more than this, in a property that leaves its own field alone.
    private static bool IsMistaken(
        IFieldSymbol used, IFieldSymbol own, IPropertySymbol property, IMethodSymbol accessor, FieldsOfType fields, List<IOperation> body) =>
        fields.BelongsToProperty(used)
        || (!Stem.Of(used.Name).Contains(Stem.Of(property.Name))
            && ((IsOneStatement(body) && !IsShownByAnother(property, own)) || IsNamedIn(SymbolEqualityComparer.Default.Equals(accessor, property.GetMethod) ? property.SetMethod : property.GetMethod, own)));

    private static bool IsOneStatement(List<IOperation> body) =>
        body.OfType<IBlockOperation>().FirstOrDefault() is not { } block || block.Operations.Length == 1;

    // Another property shows the field: then this one was given something else to show.
    private static bool IsShownByAnother(IPropertySymbol property, IFieldSymbol own) =>
        property.ContainingType.GetMembers().OfType<IPropertySymbol>().Any(other => !SymbolEqualityComparer.Default.Equals(other, property) && IsNamedIn(other.GetMethod, own));

    private static bool IsNamedIn(IMethodSymbol? accessor, IFieldSymbol field) =>
        accessor?.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == field.Name)) == true;

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, IPropertySymbol property, IFieldReferenceOperation used, IFieldSymbol own) =>
        rule.Report(context, new Finding(used.Syntax)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, own.Name),
            Arguments = [property.Name, used.Field.Name, own.Name],
        });
}
