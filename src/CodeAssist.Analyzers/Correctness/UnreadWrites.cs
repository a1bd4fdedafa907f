using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>The variables, fields and properties that a run of assignments has written, and that nothing has read since.</summary>
internal sealed class UnreadWrites(Stability stability, SameValue same, PlainProperties properties)
{
    // What code gives a variable before it knows better.
    private static readonly HashSet<string> Beginnings =
        ["Empty", "None", "Zero", "One", "Default", "Null", "Unknown", "Invalid", "NaN", "MinValue", "MaxValue", "Identity", "CompletedTask", "Unset", "Undefined"];

    private readonly Dictionary<ISymbol, Written> _writes = new(SymbolEqualityComparer.Default);

    // What the paths to written members go through.
    private readonly HashSet<ISymbol> _owners = new(SymbolEqualityComparer.Default);

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        _writes.Clear();
        _owners.Clear();
    }

    /// <summary>Adds the value that a local is declared with.</summary>
    public void Add(IVariableDeclaratorOperation declarator)
    {
        var value = declarator.GetVariableInitializer()!.Value;
        if (Evaluate(value) == Interference.None && !value.ConstantValue.HasValue)
            _writes[declarator.Symbol] = new Written(null, value, declarator.Syntax);
    }

    /// <summary>Adds an assignment.</summary>
    /// <returns>Where the value was written that this one replaces, or null.</returns>
    public SyntaxNode? Add(ISimpleAssignmentOperation assignment)
    {
        var interference = Evaluate(assignment.Value);
        if (assignment.Target is IMemberReferenceOperation { Instance: { } instance } && Evaluate(instance) is var reached && reached > interference)
            interference = reached;
        if (interference == Interference.Writes || SymbolOf(assignment.Target) is not { } symbol)
        {
            // A setter of somebody's own may read what was written; an element's index is evaluated too.
            Clear();
            return null;
        }

        // What was written through the old object is kept there.
        if (_owners.Contains(symbol))
            Clear();
        var earlier = _writes.TryGetValue(symbol, out var written)
            && (written.Target is null || StablePath.Same(written.Target, assignment.Target))
            && !IsBeginning(written.Value)
            && !same.Holds(Unwrapped.Of(written.Value), Unwrapped.Of(assignment.Value))
            && !(interference != Interference.None && MayBeSeen(assignment, symbol))
                ? written.Syntax
                : null;
        if (Interferences.Of(assignment.Value, stability) == Interference.None)
            _writes[symbol] = new Written(assignment.Target, assignment.Value, assignment.Target.Syntax);
        else
            _writes.Remove(symbol);
        for (var owner = (assignment.Target as IMemberReferenceOperation)?.Instance; owner is not null; owner = (owner as IMemberReferenceOperation)?.Instance)
        {
            if (StablePath.SymbolOf(owner) is { } through)
                _owners.Add(through);
        }

        return earlier;
    }

    // Forgets what evaluating an expression reads, or may read.
    private Interference Evaluate(IOperation value)
    {
        var interference = Interferences.Of(value, stability);
        if (interference == Interference.Writes)
        {
            Clear();
            return interference;
        }

        foreach (var node in new Subtree(value))
        {
            if (StablePath.SymbolOf(node) is { } read)
                _writes.Remove(read);
            if (node is IInvocationOperation or IObjectCreationOperation or IAwaitOperation or IAnonymousFunctionOperation or IMethodReferenceOperation
                || (node is IPropertyReferenceOperation property && !properties.Contain(property.Property) && !Stability.IsOfFramework(property.Property.ContainingType)))
            {
                ForgetMembers();
            }
        }

        return interference;
    }

    // Code that is called can read members, and no local but a captured one.
    private void ForgetMembers()
    {
        foreach (var symbol in _writes.Keys.Where(symbol => symbol is not (ILocalSymbol or IParameterSymbol)).ToList())
            _writes.Remove(symbol);
    }

    private ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        IFieldReferenceOperation { Field: { IsVolatile: false, RefKind: RefKind.None } field } reference when IsPath(reference.Instance) => field,
        IPropertyReferenceOperation reference when IsPath(reference.Instance) && properties.Contain(reference.Property) => reference.Property,
        _ => null,
    };

    private static bool IsPath(IOperation? instance)
    {
        while (instance is IMemberReferenceOperation member && StablePath.SymbolOf(member) is not null)
            instance = member.Instance;
        return instance is null or IInstanceReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation;
    }

    // `index = -1; index = Find();`: a value to begin with is no loss.
    private static bool IsBeginning(IOperation value)
    {
        value = value.Unwrapped();
        return value switch
        {
            { ConstantValue: { HasValue: true, Value: null or false or "" or 0 or -1 or 0L or -1L or 0u or 0ul or 0f or 0d or '\0' } } => true,
            { ConstantValue: { HasValue: true, Value: decimal number } } => number == 0,
            { ConstantValue: { HasValue: true, Value: byte or sbyte or short or ushort } } => Convert.ToInt32(value.ConstantValue.Value) == 0,
            IDefaultValueOperation => true,
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } => true,
            IArrayCreationOperation { Initializer: null } => true,
            IMemberReferenceOperation { Instance: null, Member.Name: var name } => Beginnings.Contains(name),
            IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } } => Beginnings.Contains(name),
            { Syntax: CollectionExpressionSyntax { Elements.Count: 0 } } => true,
            _ => false,
        };
    }

    // The code that the second value calls may see the first one: by a captured local, or in a catch.
    private static bool MayBeSeen(ISimpleAssignmentOperation assignment, ISymbol symbol)
    {
        for (var parent = assignment.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ITryOperation)
                return true;
        }

        return symbol is not (ILocalSymbol or IParameterSymbol)
            || assignment.SemanticModel?.AnalyzeDataFlow(assignment.Syntax) is not { Succeeded: true } flow
            || flow.CapturedInside.Contains(symbol, SymbolEqualityComparer.Default)
            || flow.CapturedOutside.Contains(symbol, SymbolEqualityComparer.Default);
    }

    private sealed record Written(IOperation? Target, IOperation Value, SyntaxNode Syntax);
}
