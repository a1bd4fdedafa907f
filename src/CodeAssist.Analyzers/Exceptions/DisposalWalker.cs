using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>
/// Gathers, in one body, where variables and fields are disposed of, written and captured, and tells which disposals
/// repeat an earlier one on the same path.
/// </summary>
internal sealed class DisposalWalker(DisposeCalls calls, ISymbol owner) : ScopedWalker(AskedFor)
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.AnonymousFunction, OperationKind.LocalFunction, OperationKind.Branch, OperationKind.ExpressionStatement, OperationKind.Using, OperationKind.UsingDeclaration,
        OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment,
        OperationKind.Argument, OperationKind.VariableDeclarator, OperationKind.LocalReference, OperationKind.ParameterReference);

    private readonly Dictionary<ISymbol, List<Disposal>> _disposals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<(IOperation Using, SyntaxNode Syntax, TextSpan Scope)>> _usings = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<TextSpan>> _writes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly Stack<ISymbol> _functions = new([owner]);
    private bool _jumpsAbout;

    /// <summary>The disposals that repeat one, each with what disposes of the object as well.</summary>
    public IEnumerable<(Disposal Disposal, SyntaxNode First)> Repeated()
    {
        if (_jumpsAbout)
            yield break;
        foreach (var (subject, disposals) in _disposals.Select(entry => (entry.Key, entry.Value)))
        {
            if (_captured.Contains(subject) || calls.IsIdempotent(disposals[0].Call.TargetMethod))
                continue;
            for (var index = 0; index < disposals.Count; index++)
            {
                var disposal = disposals[index];
                if ((UsingAround(disposal) ?? UsingBefore(disposal)) is { } @using)
                    yield return (disposal, @using);
                else if (index > 0 && Path.Joins(disposals[index - 1].Statement, disposal.Statement) && !MayBeAnother(disposals[index - 1], disposal))
                    yield return (disposal, disposals[index - 1].Syntax);
            }
        }
    }

    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                _functions.Push(lambda.Symbol);
                return true;
            case ILocalFunctionOperation function:
                _functions.Push(function.Symbol);
                return true;
            case IBranchOperation { BranchKind: BranchKind.GoTo }:
                _jumpsAbout = true;
                break;
            case IExpressionStatementOperation statement when CallOf(statement) is { } call && calls.Contain(call) && SubjectOf(Receiver(call)) is { } subject:
                Add(_disposals, subject, new Disposal(subject, call, statement));
                break;
            case IUsingOperation @using:
                AddUsing(@using, @using.Resources, @using.Body.Syntax.Span);
                break;
            case IUsingDeclarationOperation { Parent: { } block } declaration:
                AddUsing(declaration, declaration.DeclarationGroup, TextSpan.FromBounds(declaration.Syntax.Span.End, block.Syntax.Span.End));
                break;
            case IAssignmentOperation assignment:
                AddWrites(assignment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                AddWrites(argument.Value);
                break;
            case IVariableDeclaratorOperation { Symbol: { RefKind: not RefKind.None } } declarator when declarator.GetVariableInitializer() is { } initializer:
                AddWrites(initializer.Value);
                break;
            case ILocalReferenceOperation local:
                NoteCapture(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                NoteCapture(parameter.Parameter);
                break;
        }

        return false;
    }

    protected override void Leave(IOperation operation) => _functions.Pop();

    private static IInvocationOperation? CallOf(IExpressionStatementOperation statement)
    {
        var operation = statement.Operation;
        if (operation is IAwaitOperation awaited)
            operation = awaited.Operation.Unwrapped();

        // `await x.DisposeAsync().ConfigureAwait(false)`
        if (operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation inner })
            operation = inner;
        return operation switch
        {
            IInvocationOperation call => call,
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } => call,
            _ => null,
        };
    }

    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance is IConditionalAccessInstanceOperation ? (call.Parent as IConditionalAccessOperation)?.Operation : call.Instance;

    private static ISymbol? SubjectOf(IOperation? operation) => operation?.Unwrapped() switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { IsVolatile: false } field } => field,
        _ => null,
    };

    private void AddUsing(IOperation @using, IOperation resources, TextSpan scope)
    {
        if (resources is IVariableDeclarationGroupOperation group)
        {
            foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                Add(_usings, declarator.Symbol, (@using, declarator.Syntax, scope));
        }
        else if (SubjectOf(resources) is { } subject)
        {
            Add(_usings, subject, (@using, resources.Syntax, scope));
        }
    }

    private void AddWrites(IOperation target)
    {
        switch (target.Unwrapped())
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    AddWrites(element);
                break;
            case { } single when SubjectOf(single) is { } subject:
                Add(_writes, subject, single.Syntax.Span);
                break;
        }
    }

    private void NoteCapture(ISymbol variable)
    {
        if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, _functions.Peek()))
            _captured.Add(variable);
    }

    private SyntaxNode? UsingAround(Disposal disposal)
    {
        if (disposal.Subject is IFieldSymbol { IsReadOnly: false } || !_usings.TryGetValue(disposal.Subject, out var usings))
            return null;
        return usings.FirstOrDefault(@using => @using.Scope.Contains(disposal.Call.Syntax.Span) && !IsWrittenIn(disposal.Subject, @using.Scope)).Syntax;
    }

    // `using (stream) { ... } stream.Dispose();`
    private SyntaxNode? UsingBefore(Disposal disposal)
    {
        if (disposal.Subject is IFieldSymbol { IsReadOnly: false } || !_usings.TryGetValue(disposal.Subject, out var usings))
            return null;
        return usings.FirstOrDefault(@using => @using.Scope.End <= disposal.Call.Syntax.SpanStart
            && Path.Joins(@using.Using, disposal.Statement)
            && !IsWrittenIn(disposal.Subject, TextSpan.FromBounds(@using.Scope.Start, disposal.Statement.Syntax.SpanStart))).Syntax;
    }

    // Whether something between the two may have put another object in the place.
    private bool MayBeAnother(Disposal first, Disposal second) =>
        IsWrittenIn(first.Subject, TextSpan.FromBounds(first.Statement.Syntax.Span.End, second.Statement.Syntax.SpanStart))
        || (first.Subject is IFieldSymbol { IsReadOnly: false } && !AreNeighbours(first, second));

    private bool IsWrittenIn(ISymbol subject, TextSpan span) =>
        _writes.TryGetValue(subject, out var writes) && writes.Any(write => span.Contains(write));

    // Any other code may write a field: only further disposals may stand between.
    private bool AreNeighbours(Disposal first, Disposal second)
    {
        if (first.Statement.Parent is not IBlockOperation block || second.Statement.Parent != block)
            return false;
        var from = block.Operations.IndexOf(first.Statement);
        var to = block.Operations.IndexOf(second.Statement);
        return block.Operations.Skip(from + 1).Take(to - from - 1)
            .All(statement => statement is IExpressionStatementOperation expression && CallOf(expression) is { } call && calls.Contain(call));
    }

    private static void Add<T>(Dictionary<ISymbol, List<T>> lists, ISymbol key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(item);
    }

    /// <summary>Whether one statement is always reached after another.</summary>
    private static class Path
    {
        public static bool Joins(IOperation first, IOperation second)
        {
            // What holds the second, with the part of it that leads there.
            var around = new Dictionary<IOperation, IOperation>();
            var child = second;
            for (var parent = child.Parent; parent is not null; parent = parent.Parent)
            {
                around[parent] = child;
                if (!RunsAlways(parent, child))
                    break;
                child = parent;
            }

            child = first;
            for (var parent = child.Parent; parent is not null; parent = parent.Parent)
            {
                if (around.TryGetValue(parent, out var toSecond))
                    return parent is IBlockOperation block ? !Leaves(block, child, toSecond) : parent is ITryOperation attempt && toSecond == attempt.Finally && child != toSecond;
                if (!RunsAlways(parent, child) || (parent is IBlockOperation inner && Leaves(inner, child, until: null)))
                    return false;
                child = parent;
            }

            return false;
        }

        // Whether a part of a construct runs whenever the construct does.
        private static bool RunsAlways(IOperation parent, IOperation child) => parent switch
        {
            IBlockOperation or ILockOperation or IUsingOperation or IMethodBodyBaseOperation => true,
            ITryOperation attempt => child == attempt.Body || child == attempt.Finally,
            _ => false,
        };

        // Whether the block is left for good between a statement of it and a later one, or its end.
        private static bool Leaves(IBlockOperation block, IOperation from, IOperation? until)
        {
            var index = block.Operations.IndexOf(from);
            var end = until is null ? block.Operations.Length : block.Operations.IndexOf(until);
            return block.Operations.Skip(index + 1).Take(end - index - 1)
                .Any(statement => statement is IReturnOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation);
        }
    }
}
