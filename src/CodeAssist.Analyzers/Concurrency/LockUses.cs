using CodeAssist.Analyzers.Correctness;
using CodeAssist.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>What a body does with the locks that it takes: whether taking and releasing one is its own affair.</summary>
internal sealed class LockUses(IOperation body, IReadOnlyList<LockCall> calls, ISymbol owner)
{
    // Members that take a lock for their caller.
    private static readonly string[] TakingWords = ["lock", "enter", "acquire", "obtain", "begin", "suspend", "hold", "reserve"];

    private static readonly string[] ReleasingWords = ["unlock", "release", "exit", "leave"];

    private Dictionary<ISymbol, int>? _writes;

    /// <summary>Whether a lock is taken and released in one function, and nothing else gets hold of it there.</summary>
    public bool AreLocal(LockCall taken)
    {
        var function = FunctionOf(taken.Call);
        var releases = calls.Where(call => call.Undoes(taken)).ToList();
        return IsStatement(taken.Call)
            && releases.Count > 0
            && releases.TrueForAll(release => FunctionOf(release.Call) == function)
            && !(function is null && owner.Name is { } name && Words.AnyStartsWith(name.StartsWith("Try", StringComparison.Ordinal) ? name.Substring(3) : name, TakingWords))
            && !IsHandedOn(taken, function)
            && releases.TrueForAll(release => BelongTogether(taken, release));
    }

    /// <summary>The lambda or local function that an operation stands in; null for the body itself.</summary>
    public static IOperation? FunctionOf(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>Whether a method that is called releases a lock, by its name or by its source.</summary>
    public static bool ReleasesInside(IMethodSymbol method) =>
        Words.AnyStartsWith(method.Name, ReleasingWords)
        || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && LockCalls.Releases.Contains(token.ValueText)));

    // The answer of a call that may give up is looked at; one that is awaited has none.
    private static bool IsStatement(IOperation call)
    {
        var operation = call.Parent;
        while (operation is IAwaitOperation or IConversionOperation or IArgumentOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            operation = operation.Parent;
        return operation is IExpressionStatementOperation;
    }

    // Whether the lock, or what it is a part of, is assigned, passed on, kept or used by a function within.
    private bool IsHandedOn(LockCall taken, IOperation? function)
    {
        var path = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (IOperation? part = taken.Lock; part is not null; part = (part as IMemberReferenceOperation)?.Instance?.Unwrapped())
        {
            if (part is IInstanceReferenceOperation)
                break;
            if (StablePath.SymbolOf(part) is not { } symbol)
                return true;
            path.Add(symbol);
        }

        var written = Writes();
        if (path.Any(symbol => written.TryGetValue(symbol, out var times) && times > (symbol is ILocalSymbol ? 1 : 0)))
            return true;
        var own = new HashSet<SyntaxNode>(calls.Select(call => call.Lock.Syntax));
        return body.DescendantsAndSelf().Any(node =>
            StablePath.Same(node, taken.Lock) && node is not IConversionOperation and not IParenthesizedOperation
            && (FunctionOf(node) != function || (!own.Contains(node.Syntax) && IsPassedOn(node))));
    }

    private static bool IsPassedOn(IOperation node)
    {
        var (parent, child) = node.ParentBeyondConversions();
        return parent is not IMemberReferenceOperation member || !ReferenceEquals(member.Instance, child);
    }

    // `if (own) Enter(); ... if (own) Exit();`: two conditions that may well be the same one.
    private bool BelongTogether(LockCall taken, LockCall release)
    {
        for (var parent = taken.Call.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is IConditionalOperation or ISwitchOperation or ILoopOperation && !parent.Syntax.Span.Contains(release.Call.Syntax.Span))
                return false;
        }

        for (var parent = release.Call.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is IConditionalOperation { Condition: var condition } && condition.DescendantsAndSelf().Any(IsFlag))
                return false;
        }

        return true;
    }

    // A local bool that is written more than once says how things went.
    private bool IsFlag(IOperation node) =>
        node is ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Local: var local } && Writes().TryGetValue(local, out var times) && times > 1;

    private Dictionary<ISymbol, int> Writes()
    {
        if (_writes is not null)
            return _writes;
        _writes = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
        {
            var target = operation switch
            {
                IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is not null => declarator.Symbol,
                IAssignmentOperation assignment => StablePath.SymbolOf(assignment.Target),
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => StablePath.SymbolOf(argument.Value),
                _ => null,
            };
            if (target is not null)
                _writes[target] = _writes.TryGetValue(target, out var times) ? times + 1 : 1;
        }

        return _writes;
    }
}
