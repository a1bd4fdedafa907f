using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>Finds, in one body, the exceptions that a catch throws while it keeps nothing of what it caught.</summary>
internal sealed class LostExceptionWalker(ExceptionTypes types, CarryingConstructors constructors, Action<SyntaxNode, ITypeSymbol> report)
    : ScopedWalker(AskedFor)
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.CatchClause, OperationKind.AnonymousFunction, OperationKind.LocalFunction, OperationKind.Block, OperationKind.VariableDeclarator, OperationKind.Throw, OperationKind.LocalReference);

    private readonly Dictionary<ILocalSymbol, Handler> _handlers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, IObjectCreationOperation> _created = new(SymbolEqualityComparer.Default);

    // The innermost handler that a throw leaves; null where a lambda or a nested try stands between.
    private readonly Stack<Handler?> _scopes = new();

    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            case ICatchClauseOperation clause:
                var handler = new Handler(clause);
                if (ExceptionTypes.VariableOf(clause) is { } variable)
                    _handlers[variable] = handler;
                _scopes.Push(handler);
                return true;
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
            case IBlockOperation { Parent: ITryOperation { Catches.Length: > 0 } @try } when @try.Body == operation:
                _scopes.Push(null);
                return true;
            case IVariableDeclaratorOperation { Initializer.Value: var value } declarator when value.Unwrapped() is IObjectCreationOperation creation:
                _created[declarator.Symbol] = creation;
                return false;
            case IThrowOperation { Exception: { } thrown } when _scopes.Count > 0 && _scopes.Peek() is { } scope:
                scope.Thrown.AddRange(CreatedIn(thrown).Where(creation => IsLossy(creation, scope)));
                return false;
            case ILocalReferenceOperation reference when _handlers.TryGetValue(reference.Local, out var owner):
                owner.Kept |= CaughtUse.KeepsDetail(reference, owner.Clause);
                return false;
            default:
                return false;
        }
    }

    protected override void Leave(IOperation operation)
    {
        if (_scopes.Pop() is not { Kept: false } handler || !types.IsGeneral(handler.Clause))
            return;
        foreach (var creation in handler.Thrown)
            report(creation.Syntax, creation.Type!);
    }

    // The creations that a thrown expression may be.
    private IEnumerable<IObjectCreationOperation> CreatedIn(IOperation thrown)
    {
        var work = new Stack<IOperation>();
        work.Push(thrown);
        while (work.Count > 0)
        {
            switch (work.Pop().Unwrapped())
            {
                case IObjectCreationOperation creation:
                    yield return creation;
                    break;
                case ILocalReferenceOperation reference when _created.TryGetValue(reference.Local, out var creation):
                    yield return creation;
                    break;
                case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                    work.Push(whenFalse);
                    work.Push(conditional.WhenTrue);
                    break;
                case ICoalesceOperation coalesce:
                    work.Push(coalesce.WhenNull);
                    break;
                case ISwitchExpressionOperation @switch:
                    foreach (var arm in @switch.Arms.Reverse())
                        work.Push(arm.Value);
                    break;
            }
        }
    }

    private bool IsLossy(IObjectCreationOperation creation, Handler handler) =>
        handler.Clause.Span().Contains(creation.Syntax.Span)
        && types.IsException(creation.Type)
        // Cancellation is no failure whose cause anyone looks for.
        && !creation.Type.IsOrDerivesFrom(types.Cancelled)
        // An exception that is passed, and be it null, was thought about.
        && !creation.Arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue
            && (types.IsException(argument.Parameter?.Type) || types.IsException(argument.Value.Unwrapped().Type)))
        && constructors.Exist(creation, types.Caught(handler.Clause))
        && !CaughtUse.IsNarrowed(creation, handler.Clause);

    private sealed class Handler(ICatchClauseOperation clause)
    {
        public ICatchClauseOperation Clause { get; } = clause;

        public List<IObjectCreationOperation> Thrown { get; } = [];

        public bool Kept { get; set; }
    }
}
