using System.Globalization;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Lists the effects of a region in the order in which its operations are evaluated, without recursion.</summary>
internal sealed class EffectCollector
{
    private readonly List<Effect> _effects = [];
    private readonly Stack<Action> _work = new();
    private readonly TextSpan? _renamed;

    private EffectCollector(TextSpan? renamed) => _renamed = renamed;

    /// <summary>The effects of a region's bodies.</summary>
    /// <param name="model">The model that binds them.</param>
    /// <param name="region">The region.</param>
    /// <param name="cancellation">Ends the collection.</param>
    /// <param name="renamed">Where a variable is declared whose name does not count; null where there is none.</param>
    public static IReadOnlyList<Effect> Collect(SemanticModel model, SyntaxNode region, CancellationToken cancellation, TextSpan? renamed = null)
    {
        var collector = new EffectCollector(renamed);
        foreach (var body in Bodies.Of(region))
        {
            var syntax = body is GlobalStatementSyntax statement ? statement.Statement : body;
            var operation = model.GetOperation(syntax, cancellation);
            collector.Emit(EffectKinds.Jump, "body", new TextSpan(body.SpanStart, 0), Mark.Open);
            if (operation is null)
                collector.Emit(EffectKinds.Operator, Tokens(syntax), syntax.Span);
            else
                collector.Run(operation, cancellation);
            collector.Emit(EffectKinds.Jump, "body", new TextSpan(body.Span.End, 0), Mark.Close);
        }

        return collector._effects;
    }

    private void Run(IOperation operation, CancellationToken cancellation)
    {
        _work.Push(() => Visit(operation));
        while (_work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            _work.Pop()();
        }
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IInvalidOperation:
            case { Kind: OperationKind.None, Syntax: NameSyntax or MemberAccessExpressionSyntax }:
                Invalid(operation);
                return;
            case IInvocationOperation { TargetMethod: { Name: "ConfigureAwait", ContainingNamespace.Name: "Tasks" or "Runtime" or "CompilerServices" }, Instance: { } awaited } configured:
                // How a task is awaited is part of the await.
                Emit(operation, EffectKinds.Await, "ConfigureAwait " + string.Join(", ", configured.Arguments.Select(argument => Tokens(argument.Syntax))));
                _work.Push(() => Visit(awaited));
                return;
            case IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String } } test when test.Arguments.Length == 1:
                // Whether a text has no characters, also where there is no text.
                Emit(operation, EffectKinds.Operator, "Equals");
                _work.Push(() =>
                {
                    Emit(operation, EffectKinds.Condition, "null or empty");
                    Emit(operation, EffectKinds.Read, "string.Length");
                    Emit(operation, EffectKinds.Literal, "int 0");
                });
                _work.Push(() => Visit(test.Arguments[0].Value));
                return;
            case IInvocationOperation { TargetMethod: { Name: "ThrowIfNull", ContainingType: { Name: "ArgumentNullException", ContainingNamespace.Name: "System" } } } guard when guard.Arguments.Count(argument => argument.ArgumentKind == ArgumentKind.Explicit) == 1:
                ThrowIfNull(guard);
                return;
            case IInterpolatedStringHandlerCreationOperation handler:
                _work.Push(() => Visit(handler.Content));
                return;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                foreach (var part in append.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value).Reverse())
                    _work.Push(() => Visit(part));
                return;
            case IConditionalOperation conditional:
                Construct(conditional, EffectKinds.Condition, conditional.Syntax is IfStatementSyntax ? "if" : "?:", conditional.Condition,
                    Separator("then", conditional.WhenTrue), conditional.WhenTrue,
                    conditional.WhenFalse is null ? null : Separator("else", conditional.WhenFalse), conditional.WhenFalse);
                return;
            case IForLoopOperation loop:
                Construct(loop, EffectKinds.Condition, "for", loop.Before, Separator("condition", loop.Condition), loop.Condition,
                    Separator("step", null), loop.AtLoopBottom, Separator("do", loop.Body), loop.Body);
                return;
            case IWhileLoopOperation { ConditionIsTop: true } loop:
                Construct(loop, EffectKinds.Condition, loop.ConditionIsUntil ? "until" : "while", loop.Condition, Separator("do", loop.Body), loop.Body);
                return;
            case IWhileLoopOperation loop:
                Construct(loop, EffectKinds.Condition, "do", loop.Body, Separator("while", loop.Condition), loop.Condition);
                return;
            case IForEachLoopOperation loop:
                Construct(loop, EffectKinds.Condition, loop.IsAsynchronous ? "await foreach" : "foreach", loop.Collection, loop.LoopControlVariable, Separator("do", loop.Body), loop.Body);
                return;
            case ITryOperation attempt:
                Construct(attempt, EffectKinds.Catch, "try", attempt.Body, attempt.Catches,
                    attempt.Finally is null ? null : Separator("finally", attempt.Finally, EffectKinds.Catch), attempt.Finally);
                return;
            case ICatchClauseOperation clause:
                Construct(clause, EffectKinds.Catch, "catch " + Caught(clause) + (clause.Filter is null ? string.Empty : " when"),
                    clause.ExceptionDeclarationOrExpression, clause.Filter, Separator("do", clause.Handler, EffectKinds.Catch), clause.Handler);
                return;
            case ILockOperation @lock:
                Construct(@lock, EffectKinds.Lock, "lock", @lock.LockedValue, Separator("do", @lock.Body, EffectKinds.Lock), @lock.Body);
                return;
            case IUsingOperation @using:
                Construct(@using, EffectKinds.Dispose, @using.IsAsynchronous ? "await using" : "using", @using.Resources, Separator("do", @using.Body, EffectKinds.Dispose), @using.Body);
                return;
            case IAnonymousFunctionOperation lambda:
                Construct(lambda, EffectKinds.Variable, lambda.Symbol.IsAsync ? "async lambda" : "lambda", lambda.Body);
                return;
            case ILocalFunctionOperation function:
                Construct(function, EffectKinds.Variable, (function.Symbol.IsAsync ? "async " : string.Empty) + "local function " + function.Symbol.Name, function.Body);
                return;
            case ISwitchOperation or ISwitchCaseOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation:
                Construct(operation, EffectKinds.Condition, operation.Kind.ToString(), operation.ChildOperations);
                return;
            case IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue }:
                return;
            case INameOfOperation:
                EmitOwn(operation);
                return;
            case IMemberReferenceOperation or IInvocationOperation:
                // Evaluated after its instance and its arguments, with and without `?.`.
                _work.Push(() => EmitOwn(operation));
                Push(operation.ChildOperations);
                return;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                // It leaves once its value is there: `return await task;` does the same as `await task; return;`.
                _work.Push(() => EmitOwn(operation));
                _work.Push(() => Visit(value));
                return;
        }

        EmitOwn(operation);
        if (operation.Kind == OperationKind.None && operation is not IBlockOperation)
            return;
        Push(operation.ChildOperations);
    }

    // The same as `if (x == null) throw new ArgumentNullException(nameof(x));`.
    private void ThrowIfNull(IInvocationOperation guard)
    {
        var argument = guard.Arguments.First(argument => argument.ArgumentKind == ArgumentKind.Explicit).Value;
        var (start, end) = (guard.Syntax.GetFirstToken().Span, new TextSpan(guard.Syntax.Span.End, 0));
        Emit(EffectKinds.Condition, "if", start, Mark.Open, guard.Syntax);
        Emit(guard, EffectKinds.Operator, "Equals");
        _work.Push(() =>
        {
            Emit(guard, EffectKinds.Literal, " null");
            _effects.Add(Separator("then", guard));
            Emit(guard, EffectKinds.Throw, "throw");
            Emit(guard, EffectKinds.Call, "new System.ArgumentNullException.ArgumentNullException(string?)");
            Emit(guard, EffectKinds.Read, "new global::System.ArgumentNullException");
            Emit(guard, EffectKinds.Literal, "nameof " + LastName(argument));
            Emit(EffectKinds.Condition, nameof(OperationKind.Conditional), end, Mark.Close);
        });
        _work.Push(() => Visit(argument));

        static string LastName(IOperation value) => WantedName.LastName(value.Syntax as ExpressionSyntax) ?? value.Syntax.ToString();
    }

    private void EmitOwn(IOperation operation)
    {
        foreach (var (kind, text) in Own(operation))
            Emit(operation, kind, text);
    }

    // The compiler binds what it can of code with an error; the names that it cannot bind are read all the same.
    private void Invalid(IOperation operation)
    {
        var children = operation.ChildOperations.ToList();
        var own = operation.Syntax.DescendantTokens().Where(token => !children.Any(child => child.Syntax != operation.Syntax && child.Syntax.Span.Contains(token.Span))).ToList();
        foreach (var token in own)
        {
            if (OperatorOf(token) is { } @operator)
                _effects.Add(new Effect(EffectKinds.Operator, @operator, token.Span) { Syntax = operation.Syntax });
        }

        Emit(operation, EffectKinds.Operator, "invalid");
        foreach (var token in own.Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent?.Parent is not NameColonSyntax))
            _effects.Add(new Effect(EffectKinds.Read, token.ValueText, token.Span) { Syntax = operation.Syntax, IsUnbound = true });
        foreach (var child in Enumerable.Reverse(children).Where(child => child.Syntax != operation.Syntax || child.ChildOperations.Any()))
            _work.Push(() => Visit(child));
    }

    private static string? Unbound(BinaryOperatorKind kind, SyntaxNode syntax) =>
        kind == BinaryOperatorKind.None && syntax is AssignmentExpressionSyntax { OperatorToken: var assignment } ? OperatorOf(assignment)
        : kind == BinaryOperatorKind.None && syntax is BinaryExpressionSyntax { OperatorToken: var token } ? OperatorOf(token)
        : null;

    // The names that the operators have where they bind.
    private static string? OperatorOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.PlusToken => "Add",
        SyntaxKind.MinusToken => "Subtract",
        SyntaxKind.AsteriskToken => "Multiply",
        SyntaxKind.SlashToken => "Divide",
        SyntaxKind.PercentToken => "Remainder",
        SyntaxKind.PlusEqualsToken => "Add=",
        SyntaxKind.MinusEqualsToken => "Subtract=",
        SyntaxKind.AsteriskEqualsToken => "Multiply=",
        SyntaxKind.SlashEqualsToken => "Divide=",
        SyntaxKind.AmpersandAmpersandToken => "ConditionalAnd",
        SyntaxKind.BarBarToken => "ConditionalOr",
        SyntaxKind.EqualsEqualsToken => "Equals",
        SyntaxKind.ExclamationEqualsToken => "NotEquals",
        SyntaxKind.LessThanEqualsToken => "LessThanOrEqual",
        SyntaxKind.GreaterThanEqualsToken => "GreaterThanOrEqual",
        _ => null,
    };

    // A clause without a type catches what one with System.Exception does.
    private static string Caught(ICatchClauseOperation clause) =>
        clause.Syntax is CatchClauseSyntax { Declaration: null } ? "global::System.Exception" : Type(clause.ExceptionType);

    // What an operation does by itself, without its children.
    private IEnumerable<(EffectKinds Kind, string Text)> Own(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                yield return (EffectKinds.Call, (IsBaseCall(call) ? "base " : string.Empty) + Symbol(call.TargetMethod));
                break;
            case IObjectCreationOperation creation:
                yield return (EffectKinds.Call, "new " + (creation.Constructor is null ? Type(creation.Type) : Symbol(creation.Constructor)));
                yield return (EffectKinds.Read, "new " + Type(creation.Type));
                break;
            case IDelegateCreationOperation { IsImplicit: false } creation:
                yield return (EffectKinds.Call, "new " + Type(creation.Type));
                break;
            case IWithOperation:
                yield return (EffectKinds.Call, "with");
                break;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                yield return (EffectKinds.Call, "dynamic " + Tokens(operation.Syntax));
                break;
            case ICompoundAssignmentOperation compound:
                yield return (EffectKinds.Write, Target(compound.Target));
                yield return (EffectKinds.Operator, (Unbound(compound.OperatorKind, compound.Syntax) ?? compound.OperatorKind + "=") + Checked(compound.IsChecked));
                if (compound.OperatorMethod is { } @operator)
                    yield return (EffectKinds.Call, Symbol(@operator));
                break;
            case IIncrementOrDecrementOperation increment:
                yield return (EffectKinds.Write, Target(increment.Target));
                yield return (EffectKinds.Operator, increment.Kind + (increment.IsPostfix ? " after" : " before") + Checked(increment.IsChecked));
                break;
            case ICoalesceAssignmentOperation coalesce:
                // A write that is made only where there is nothing yet.
                yield return (EffectKinds.Condition, "??= " + Target(coalesce.Target));
                break;
            case IAssignmentOperation { Target: IDiscardOperation }:
                // Whoever writes to a discard says that nothing is kept.
                break;
            case IAssignmentOperation assignment:
                yield return (EffectKinds.Write, Target(assignment.Target));
                break;
            case IEventAssignmentOperation @event:
                yield return (EffectKinds.Write, (@event.Adds ? "+= " : "-= ") + Target(@event.EventReference));
                break;
            case IMemberInitializerOperation member:
                yield return (EffectKinds.Write, Target(member.InitializedMember));
                break;
            case IVariableDeclaratorOperation variable:
                yield return (EffectKinds.Variable, (variable.Symbol.RefKind == RefKind.None ? string.Empty : "ref ") + Type(variable.Symbol.Type) + " " + NameOf(variable.Symbol));
                break;
            case IThrowOperation @throw:
                yield return (EffectKinds.Throw, @throw.Exception is null ? "rethrow" : "throw");
                break;
            case IAwaitOperation:
                yield return (EffectKinds.Await, "await");
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } yield:
                yield return (EffectKinds.Yield, yield.Kind.ToString());
                break;
            case IReturnOperation { IsImplicit: true, ReturnedValue: null }:
                break;
            case IReturnOperation:
                yield return (EffectKinds.Jump, "return");
                break;
            case IBranchOperation branch:
                yield return (EffectKinds.Jump, branch.BranchKind + (branch.BranchKind == BranchKind.GoTo ? " " + branch.Target.Name : string.Empty));
                break;
            case ILabeledOperation label:
                yield return (EffectKinds.Jump, "label " + label.Label.Name);
                break;
            case IUsingDeclarationOperation declaration:
                yield return (EffectKinds.Dispose, declaration.IsAsynchronous ? "await using" : "using");
                break;
            case ICoalesceOperation:
                yield return (EffectKinds.Condition, "??");
                break;
            case IConditionalAccessOperation:
                yield return (EffectKinds.Condition, "?.");
                break;
            case IBinaryOperation binary:
                yield return (EffectKinds.Operator, (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } ? "Concat" : Unbound(binary.OperatorKind, binary.Syntax) ?? binary.OperatorKind.ToString()) + Checked(binary.IsChecked));
                if (binary.OperatorMethod is { } method)
                    yield return (EffectKinds.Call, Symbol(method));
                break;
            case IUnaryOperation unary:
                yield return (EffectKinds.Operator, "unary " + unary.OperatorKind + Checked(unary.IsChecked));
                if (unary is { OperatorKind: UnaryOperatorKind.Hat, Parent: IArrayElementReferenceOperation })
                    yield return (EffectKinds.Read, "System.Array.Length");
                if (unary.OperatorMethod is { } unaryMethod)
                    yield return (EffectKinds.Call, Symbol(unaryMethod));
                break;
            case IConversionOperation conversion:
                if (conversion.OperatorMethod is { } conversionMethod)
                    yield return (EffectKinds.Call, Symbol(conversionMethod));
                if (!conversion.IsImplicit)
                    yield return (EffectKinds.Conversion, (conversion.IsTryCast ? "as " : "to ") + Type(conversion.Type) + NumericLoss.Of(conversion) + Checked(conversion.IsChecked && NumericLoss.MayCut(conversion)));
                break;
            case INameOfOperation name:
                yield return (EffectKinds.Literal, "nameof " + Constant(name.ConstantValue.Value));
                break;
            case ILiteralOperation or IDefaultValueOperation or ISizeOfOperation:
                yield return (EffectKinds.Literal, Type(operation.Type) + " " + (operation.ConstantValue.HasValue ? Constant(operation.ConstantValue.Value) : "default"));
                break;
            case ITypeOfOperation type:
                yield return (EffectKinds.Read, "typeof " + Type(type.TypeOperand));
                break;
            case ILocalReferenceOperation { IsDeclaration: true } local:
                yield return (EffectKinds.Read, "new " + NameOf(local.Local));
                break;
            case ILocalReferenceOperation local:
                yield return (EffectKinds.Read, NameOf(local.Local));
                break;
            case IParameterReferenceOperation parameter:
                yield return (EffectKinds.Read, parameter.Parameter.Name);
                break;
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                yield return (EffectKinds.Conversion, "Value");
                break;
            case IMemberReferenceOperation member:
                yield return (EffectKinds.Read, Symbol(member.Member));
                break;
            case IImplicitIndexerReferenceOperation { LengthSymbol: { } length }:
                yield return (EffectKinds.Read, Symbol(length));
                if (((IImplicitIndexerReferenceOperation)operation).IndexerSymbol is { } indexer)
                    yield return (EffectKinds.Read, Symbol(indexer));
                break;
            case IArgumentOperation { Syntax: ArgumentSyntax { NameColon: { } name } }:
                yield return (EffectKinds.Read, "argument " + name.Name.Identifier.ValueText);
                break;
            case IIsTypeOperation type:
                yield return (EffectKinds.Operator, (type.IsNegated ? "is not " : "is ") + Type(type.TypeOperand));
                break;
            case IBinaryPatternOperation pattern:
                yield return (EffectKinds.Operator, "pattern " + pattern.OperatorKind);
                break;
            case IRelationalPatternOperation pattern:
                yield return (EffectKinds.Operator, "pattern " + pattern.OperatorKind);
                break;
            case IRecursivePatternOperation pattern:
                yield return (EffectKinds.Operator, "pattern " + Type(pattern.MatchedType) + " " + pattern.DeclaredSymbol?.Name);
                break;
            case IDeclarationPatternOperation pattern:
                yield return (EffectKinds.Operator, "pattern " + Type(pattern.MatchedType) + " " + pattern.DeclaredSymbol?.Name);
                break;
            case IArrayCreationOperation array when !array.IsImplicit:
                yield return (EffectKinds.Operator, "new " + Type(array.Type));
                break;
            case IInstanceReferenceOperation or IDeclarationExpressionOperation or IArgumentOperation or IExpressionStatementOperation or IBlockOperation or IMethodBodyBaseOperation
                or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or ISymbolInitializerOperation or IParenthesizedOperation
                or IObjectOrCollectionInitializerOperation or IConditionalAccessInstanceOperation or IEmptyOperation or IArrayInitializerOperation
                or IDelegateCreationOperation or IDiscardOperation or IInterpolationOperation or IInterpolatedStringTextOperation:
                break;
            default:
                if (!operation.IsImplicit)
                    yield return (EffectKinds.Operator, operation.Kind + (HasChildren(operation) && operation.Kind != OperationKind.None ? string.Empty : " " + Tokens(operation.Syntax)));
                break;
        }
    }

    private static bool IsBaseCall(IInvocationOperation call) =>
        call is { IsVirtual: false, TargetMethod: { IsStatic: false } method } && (method.IsVirtual || method.IsOverride || method.IsAbstract);

    private static bool HasChildren(IOperation operation) => operation.ChildOperations.Any();

    // A construct's parts are operations, lists of them, separators, or null.
    private void Construct(IOperation operation, EffectKinds kind, string text, params object?[] parts)
    {
        var start = operation.Syntax.GetFirstToken().Span;
        Emit(kind, text, operation is ILoopOperation or IConditionalOperation or ITryOperation or ILockOperation or IUsingOperation or ICatchClauseOperation ? start : operation.Syntax.Span, Mark.Open, operation.Syntax);

        // The end of a construct is the same whatever its header became.
        _work.Push(() => Emit(kind, operation.Kind.ToString(), new TextSpan(operation.Syntax.Span.End, 0), Mark.Close));
        foreach (var part in Enumerable.Reverse(parts))
        {
            switch (part)
            {
                case IOperation child:
                    _work.Push(() => Visit(child));
                    break;
                case Effect separator:
                    _work.Push(() => _effects.Add(separator));
                    break;
                case IOperation.OperationList list:
                    Push(list);
                    break;
                case IEnumerable<IOperation> list:
                    foreach (var child in list.Reverse())
                        _work.Push(() => Visit(child));
                    break;
            }
        }
    }

    private static Effect Separator(string text, IOperation? before, EffectKinds kind = EffectKinds.Condition) =>
        new(kind, text, new TextSpan(before?.Syntax.SpanStart ?? 0, 0));

    private void Push(IOperation.OperationList children)
    {
        foreach (var child in children.Reverse())
            _work.Push(() => Visit(child));
    }

    private void Emit(IOperation operation, EffectKinds kind, string text) =>
        _effects.Add(new Effect(kind, text, operation.Syntax.Span)
        {
            Syntax = operation.Syntax, Role = kind is EffectKinds.Read or EffectKinds.Literal ? RoleOf(operation) : null, Compared = kind == EffectKinds.Operator ? ComparedConstants.Of(operation) : null,
        });

    private static (string Method, string Parameter)? RoleOf(IOperation operation)
    {
        var index = string.Empty;
        for (var (current, inner) = (operation, operation); current is not null and not IAnonymousFunctionOperation; (current, inner) = (current.Parent, current))
        {
            // The elements of `params args` stand where the parameters `arg0`, `arg1` of another overload do.
            if (inner is not null && current is IArrayInitializerOperation or { IsImplicit: true, Parent: IArgumentOperation { Parameter.IsParams: true } } && current is not IArrayCreationOperation)
                index = current.ChildOperations.ToList().IndexOf(inner!).ToString(CultureInfo.InvariantCulture);
            if (current is IArgumentOperation { Parameter: { ContainingSymbol: { } method } parameter })
                return (method.ContainingType?.Name + "." + method.Name, parameter.IsParams ? parameter.Name.TrimEnd('s') + index : parameter.Name);
        }

        return null;
    }

    private void Emit(EffectKinds kind, string text, TextSpan span, Mark mark = Mark.None, SyntaxNode? syntax = null) =>
        _effects.Add(new Effect(kind, text, span, mark) { Syntax = syntax });

    private string NameOf(ILocalSymbol local) =>
        _renamed is { } place && local.Locations.Any(location => location.SourceSpan == place) ? "renamed" : local.Name;

    private string Target(IOperation target) => target switch
    {
        ILocalReferenceOperation local => NameOf(local.Local),
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => Symbol(member.Member),
        IArrayElementReferenceOperation element => Target(element.ArrayReference) + "[]",
        _ => Tokens(target.Syntax),
    };

    private static string Symbol(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? "local " + symbol.Name : symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    private static string Type(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? string.Empty;

    private static string Checked(bool isChecked) => isChecked ? " checked" : string.Empty;

    private static string Constant(object? value) => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Tokens(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(token => token.Text));
}
