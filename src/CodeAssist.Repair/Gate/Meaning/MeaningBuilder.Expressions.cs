using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Makes the terms of expressions.</summary>
internal sealed partial class MeaningBuilder
{
    // What a variable of a pattern or of a lambda stands for.
    private readonly Dictionary<ISymbol, Term> _bound = new(SymbolEqualityComparer.Default);

    // What `?.` and the parts of a pattern are asked of.
    private readonly Stack<Term> _receivers = new();
    private readonly Stack<Term> _inputs = new();
    private int _unique;

    // An expression that is a statement.
    private void Effect(IOperation operation, List<Term> into)
    {
        switch (operation)
        {
            case IIncrementOrDecrementOperation step:
                into.Add(Step(step));
                break;
            case ICoalesceAssignmentOperation coalesce:
                var target = Expression(coalesce.Target);
                into.Add(Branches.If(Conditions.IsNull(target), Terms.Make("assign", target, Expression(coalesce.Value)), Term.Nothing));
                break;
            case IConditionalAccessOperation access when Expression(access.Operation) is var receiver && Purity.IsPure(receiver):
                _receivers.Push(receiver);
                var inner = new List<Term>();
                Effect(access.WhenNotNull, inner);
                _receivers.Pop();
                into.Add(Branches.If(Conditions.Not(Conditions.IsNull(receiver)), Sequences.Of(inner), Term.Nothing));
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value }:
                Effect(value, into);
                break;
            case IConversionOperation { IsImplicit: true, Operand: var operand }:
                Effect(operand, into);
                break;
            default:
                into.Add(Expression(operation));
                break;
        }
    }

    private Term Expression(IOperation operation)
    {
        Budget.Step();
        var isValue = operation.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };
        switch (operation)
        {
            case ILiteralOperation or INameOfOperation when operation.ConstantValue.HasValue:
                return Terms.Constant(operation.ConstantValue.Value);
            case IDefaultValueOperation:
                return operation.ConstantValue.HasValue ? Terms.Constant(operation.ConstantValue.Value) : new Term("default", Describe(operation.Type), []) { IsValue = isValue };
            case IConversionOperation conversion:
                return Conversion(conversion);
            case IParenthesizedOperation inner:
                return Expression(inner.Operand);
            case ILocalReferenceOperation local:
                return _bound.TryGetValue(local.Local, out var held) ? held : new Term("local", local.Local.Name, []) { IsValue = isValue };
            case IParameterReferenceOperation parameter:
                return _bound.TryGetValue(parameter.Parameter, out var argument) ? argument : new Term("param", parameter.Parameter.Name, []) { IsValue = isValue };
            case IInstanceReferenceOperation instance:
                return instance.ReferenceKind switch
                {
                    InstanceReferenceKind.PatternInput when _inputs.Count > 0 => _inputs.Peek(),
                    InstanceReferenceKind.ImplicitReceiver => new Term("it", string.Empty, []),
                    _ => new Term("this", string.Empty, []),
                };
            case IConditionalAccessInstanceOperation when _receivers.Count > 0:
                return _receivers.Peek();
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                return Terms.Constant(string.Empty);
            case IFieldReferenceOperation field:
                return new Term("field", Name(field.Field), Instance(field.Instance)) { IsValue = isValue };
            case IPropertyReferenceOperation property:
                return Property(property, isValue);
            case IEventReferenceOperation @event:
                return new Term("event", Name(@event.Event), Instance(@event.Instance));
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return Element(Expression(element.ArrayReference), index, isValue);
            case IImplicitIndexerReferenceOperation element:
                return Element(Expression(element.Instance), element.Argument, isValue);
            case IInvocationOperation call:
                return Invocation(call, isValue);
            case IObjectCreationOperation creation:
                return Creation(creation);
            case IDelegateCreationOperation creation:
                return creation.Target is IMethodReferenceOperation method ? Method(method) : Expression(creation.Target);
            case IAnonymousFunctionOperation lambda:
                return Lambda(lambda.Symbol.Parameters, lambda.Symbol.IsAsync, () => Branches.WithoutLast(Body(lambda.Body), "return"));
            case IArrayCreationOperation { Initializer: { } elements }:
                return new Term("list", string.Empty, [.. elements.ElementValues.Select(Expression)]);
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
                return new Term("list", string.Empty, []);
            case { Syntax: CollectionExpressionSyntax } when operation.ChildOperations.All(child => child.Syntax is not SpreadElementSyntax):
                var (kind, items) = (operation.Type is INamedTypeSymbol { TypeKind: not TypeKind.Interface } named ? named.Name : string.Empty, operation.ChildOperations.Select(Expression).ToList());
                return kind.Length == 0 || items.Count == 0 ? new Term("list", kind, items) : new Term("newof", string.Empty, [new Term("list", kind, []), .. items.Select(item => Terms.Make("add", item))]);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                return Unary(unary);
            case ICoalesceOperation coalesce:
                return Conditions.Coalesce(Expression(coalesce.Value), Expression(coalesce.WhenNull));
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Conditions.Choose(Expression(conditional.Condition), Expression(conditional.WhenTrue), Expression(otherwise));
            case IConditionalAccessOperation access:
                return Access(access);
            case IIsTypeOperation type:
                var test = IsType(Expression(type.ValueOperand), type.ValueOperand.Type, type.TypeOperand);
                return type.IsNegated ? Conditions.Not(test) : test;
            case IIsPatternOperation pattern:
                return Matches(Expression(pattern.Value), pattern.Pattern, null);
            case ISwitchExpressionOperation @switch:
                return Choice(@switch);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Terms.Make("assign", Expression(assignment.Target), Expression(assignment.Value));
            case IDeconstructionAssignmentOperation { Target: ITupleOperation { Elements: [var one, var other] }, Value: var swapped } when Unwrapped(swapped) is ITupleOperation { Elements: [var first, var second] }
                && Expression(one) is var left && Expression(other) is var right && Expression(first).Equals(right) && Expression(second).Equals(left):
                return Sequences.Swap(left, right);
            case ICompoundAssignmentOperation { OperatorMethod: null } compound:
                return Compound(compound);
            case IEventAssignmentOperation @event:
                return new Term("subscribe", @event.Adds ? "+" : "-", [Expression(@event.EventReference), Expression(@event.HandlerValue)]);
            case ICoalesceAssignmentOperation coalesce:
                return new Term("ensure", string.Empty, [Expression(coalesce.Target), Expression(coalesce.Value)]);
            case IIncrementOrDecrementOperation step:
                return new Term("step", step.Kind + (step.IsPostfix ? " after" : " before") + (step.IsChecked ? " checked" : string.Empty), [Expression(step.Target)]) { IsValue = true };
            case IAwaitOperation await:
                return new Term("await", string.Empty, [Expression(await.Operation)]) { IsValue = isValue };
            case IThrowOperation @throw:
                return Terms.Make("throw", string.Empty, @throw.Exception is null ? [] : [Expression(@throw.Exception)]);
            case ITupleOperation tuple:
                return new Term("tuple", string.Empty, [.. tuple.Elements.Select(Expression)]) { IsValue = true };
            case IInterpolatedStringOperation text:
                return Terms.Make("text", string.Empty, [.. text.Parts.Select(Part)]);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Expression(handler.Content);
            case ITypeOfOperation type:
                return new Term("typeof", Describe(type.TypeOperand), []);
            case IDeclarationExpressionOperation declaration:
                return Expression(declaration.Expression);
            case ITranslatedQueryOperation query:
                return Expression(query.Operation);
            case IArgumentOperation argumentOperation:
                return Expression(argumentOperation.Value);
            default:
                return Raw(operation);
        }
    }

    // What has no laws is what its tokens say, and the operations in it.
    private Term Raw(IOperation operation)
    {
        var children = operation.ChildOperations.ToList();
        var own = operation.Syntax.DescendantTokens().Where(token => !children.Exists(child => child.Syntax != operation.Syntax && child.Syntax.Span.Contains(token.Span)));
        return new Term("raw", operation.Kind + " " + Describe(operation.Type) + " " + string.Join(" ", own.Select(token => token.Text)), [.. children.Where(child => child.Syntax != operation.Syntax || child.ChildOperations.Any()).Select(Expression)]);
    }

    private Term Conversion(IConversionOperation conversion)
    {
        var operand = Expression(conversion.Operand);
        if (conversion.OperatorMethod is { } method)
            return conversion.IsImplicit && method.ContainingType.Name is "Index" or "Range" or "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" or "String" ? operand : new Term("call", "op " + Name(method), [operand]);
        if (conversion.IsTryCast)
            return new Term("as", Describe(conversion.Type), [operand]);
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        if (conversion.IsImplicit || from is null || to is null || SymbolEqualityComparer.Default.Equals(from, to) || SymbolEqualityComparer.Default.Equals(Underlying(from), Underlying(to)))
            return operand;
        if (!conversion.Conversion.IsNumeric && conversion.Conversion.IsReference && conversion.Conversion.IsImplicit)
            return operand;
        if (operand.Is("call") && operand.Data.EndsWith("<" + Describe(to) + ">", StringComparison.Ordinal))
            return operand;
        return new Term(to.IsReferenceType ? "cast" : "conv", Describe(to) + (conversion.IsChecked ? " checked" : string.Empty), [operand]) { IsValue = to.IsValueType };
    }

    private Term Property(IPropertyReferenceOperation reference, bool isValue)
    {
        var property = reference.Property;
        var receiver = Instance(reference.Instance);
        if (receiver is [var one] && property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return property.Name == "HasValue" ? Conditions.Not(Conditions.IsNull(one)) : one.IsValue ? one : new Term(one.Head, one.Data, one.Parts) { IsValue = true };
        if (receiver is [var counted] && IsOfFramework(property.ContainingType) && reference.Arguments.IsEmpty)
        {
            if (property.Name is "Length" or "Count" && property.Type.SpecialType == SpecialType.System_Int32)
                return Terms.Make("count", counted);
            if (property.Name == "IsEmpty")
                return Conditions.Equal(Terms.Make("count", counted), Terms.Number(0));
        }

        if (property.Name == "Name" && reference.Instance is ITypeOfOperation { TypeOperand: INamedTypeSymbol { Arity: 0 } named })
            return Terms.Constant(named.Name);
        if (property.Name == "Success" && receiver is [{ Head: "call", Data: "Regex.Match" } match])
            return new Term("call", "Regex.IsMatch", match.Parts) { IsValue = true };
        if (!reference.Arguments.IsEmpty)
            return new Term("item", IsOfFramework(property.ContainingType) ? string.Empty : Name(property), [.. receiver, .. Arguments(reference.Arguments)]) { IsValue = isValue };
        return new Term("prop", Name(property), receiver) { IsValue = isValue };
    }

    // `^n` counts from the end, a range is a slice.
    private Term Element(Term whole, IOperation index, bool isValue)
    {
        if (Unwrapped(index) is IRangeOperation range)
        {
            return Terms.Make("slice", whole, range.LeftOperand is null ? Terms.Number(0) : Position(whole, range.LeftOperand),
                range.RightOperand is null ? Terms.Make("count", whole) : Position(whole, range.RightOperand));
        }

        return new Term("item", string.Empty, [whole, Position(whole, index)]) { IsValue = isValue };
    }

    private Term Position(Term whole, IOperation index) =>
        Unwrapped(index) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } ? Numbers.Subtract(Terms.Make("count", whole), Expression(fromEnd)) : Expression(index);

    private static IOperation Unwrapped(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? Unwrapped(conversion.Operand) : operation;

    private Term Invocation(IInvocationOperation call, bool isValue)
    {
        var method = call.TargetMethod;
        List<Term> parts = [.. Instance(call.Instance), .. Arguments(call.Arguments)];
        if (method is { MethodKind: MethodKind.LocalFunction })
            return new Term("call", "Delegate.Invoke", [new Term("local", method.Name, []), .. parts]) { IsValue = isValue };
        if (method is { MethodKind: MethodKind.DelegateInvoke })
            return new Term("call", "Delegate.Invoke", parts) { IsValue = isValue };
        if (call is { IsVirtual: false, Instance.Syntax: BaseExpressionSyntax })
            return new Term("call", "base " + Name(method), parts) { IsValue = isValue };
        if (method is { Name: "OfType", TypeArguments: [{ IsReferenceType: true } wanted] } && parts.Count == 1 && IsOfFramework(method.ContainingType) && call.Arguments[0].Value is var source
            && ElementOf(source is IConversionOperation { IsImplicit: true } passed ? passed.Operand.Type : source.Type) is { } element && SymbolEqualityComparer.Default.Equals(element, wanted))
        {
            var each = new Term("local", "\0", []);
            return Terms.Make("where", parts[0], Lambdas.Of(each, Conditions.Not(Conditions.IsNull(each))));
        }

        if (Logged(method, parts) is { } logged)
            return logged;
        if (parts.Count >= 2 && method.Name == "TryGetValue" && call.Arguments.Length == 2 && call.Arguments[1].Value is var result && Got(call, parts, result) is { } found)
            return found;
        if (method.Name == "ToString" && parts.Count == 1 && method.ContainingType.TypeKind != TypeKind.Error && call.Arguments.IsEmpty)
            return method.ContainingType.SpecialType == SpecialType.System_String ? parts[0] : Terms.Make("call", "Object.ToString", parts);
        var equals = method is { Name: "Equals", Parameters.Length: 1 } && IsOfFramework(method.ContainingType) ? method.ContainingType.Name : null;
        return Terms.Make("call", equals is null ? Name(method) : equals + ".Equals", parts, isValue);
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence => sequence.TypeArguments[0],
        INamedTypeSymbol named => named.AllInterfaces.FirstOrDefault(each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };

    // The value of a key, where the key is there: a test of the key, and the value that it has.
    private Term? Got(IInvocationOperation call, List<Term> parts, IOperation result)
    {
        var local = (result as IDeclarationExpressionOperation)?.Expression as ILocalReferenceOperation ?? result as ILocalReferenceOperation;
        if (!IsOfFramework(call.TargetMethod.ContainingType) || !Purity.IsPure(parts[0]) || !Purity.IsPure(parts[1]) || Depends(parts[1]))
            return null;
        if (result is IDiscardOperation)
            return Terms.Make("has", parts[0], parts[1]);
        var (receiver, name) = (call.Instance?.Syntax.ToString(), local?.Local.Name);
        if (local is null || Changes(receiver) || _region.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => Last(assignment.Left) == name)
            || _region.DescendantNodes().OfType<ArgumentSyntax>().Count(argument => argument.RefKindKeyword.RawKind != 0 && argument.Expression.ToString().EndsWith(name!, StringComparison.Ordinal)) > 1)
        {
            return null;
        }

        _bound[local.Local] = new Term("got", string.Empty, [parts[0], parts[1]]);
        return Terms.Make("has", parts[0], parts[1]);

        bool Changes(string? collection) => _region.DescendantNodes().Any(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Remove" or "Clear" or "TryAdd" or "TryRemove", Expression: var changed } } => changed.ToString() == collection,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var changed } } => changed.ToString() == collection,
            _ => false,
        });
    }

    // A log message is the same text, with its values in it or beside it.
    private static Term? Logged(IMethodSymbol method, List<Term> parts)
    {
        if (!method.Name.StartsWith("Log", StringComparison.Ordinal) || method.ContainingType.Name != "LoggerExtensions")
            return null;
        var at = parts.FindIndex(part => part.Is("text") || Terms.TextOf(part) is not null);
        if (at < 0 || (Terms.TextOf(parts[at]) is { } template ? Texts.Filled(template, parts.GetRange(at + 1, parts.Count - at - 1)) : parts.Count == at + 1 ? parts[at] : null) is not { } message)
            return null;
        return new Term("call", Name(method), [.. parts.Take(at), message]);
    }

    private Term Creation(IObjectCreationOperation creation)
    {
        var type = creation.Type!;
        var arguments = Arguments(creation.Arguments).ToList();
        if (IsEpoch(type, arguments))
            return new Term("field", type.Name + ".UnixEpoch", []) { IsValue = true };
        var isCollection = creation.Type is INamedTypeSymbol named && named.AllInterfaces.Any(face => face.Name == "IEnumerable") && named.SpecialType != SpecialType.System_String;
        var made = (IsOfFramework(type) ? Guards.Exception(type.Name, arguments) : null)
            ?? (isCollection && arguments.Count == 0 ? new Term("list", type.Name, []) : new Term("new", Describe(type), arguments) { IsValue = type.IsValueType });
        if (creation.Initializer is not { Initializers.Length: > 0 } initializer)
            return made;
        return new Term("newof", string.Empty, [made, .. initializer.Initializers.Select(Member)]);

        Term Member(IOperation member) => member switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property }, Value: var value } => new Term("set", "prop " + Name(property), [Expression(value)]),
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field }, Value: var value } => new Term("set", "field " + Name(field), [Expression(value)]),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: var keys }, Value: var value } => new Term("set", "item ", [.. Arguments(keys), Expression(value)]),
            IInvocationOperation { TargetMethod.Name: "Add" } add => new Term("add", string.Empty, [.. Arguments(add.Arguments)]),
            _ => Raw(member),
        };
    }

    private static bool IsEpoch(ITypeSymbol type, List<Term> arguments) =>
        type is { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" } && arguments.Count >= 3
        && arguments[0] == Terms.Number(1970) && arguments[1] == Terms.Number(1) && arguments[2] == Terms.Number(1)
        && arguments.Skip(3).All(argument => argument == Terms.Number(0) || argument.Data is "DateTimeKind.Utc" or "TimeSpan.Zero");

    // A method that is named is a function that calls it.
    private Term Method(IMethodReferenceOperation reference)
    {
        var method = reference.Method;
        var instance = Instance(reference.Instance);
        if (method.MethodKind == MethodKind.LocalFunction)
            return new Term("local", method.Name, []);
        if (instance.Count > 0 && !Purity.IsPure(instance[0]))
            return Raw(reference);
        return Function([.. method.Parameters.Select(_ => new Term("local", "\u0001" + _unique++, []))], string.Empty, parameters =>
            Terms.Make("call", Name(method), [.. instance, .. parameters], method.ReturnType.IsValueType));
    }

    private Term Lambda(IReadOnlyList<IParameterSymbol> parameters, bool isAsync, Func<Term> body)
    {
        var locals = parameters.Select(parameter => new Term("local", "\u0001" + _unique++, []) { IsValue = parameter.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } }).ToList();
        for (var i = 0; i < locals.Count; i++)
            _bound[parameters[i]] = locals[i];
        return Function(locals, isAsync ? "async " : string.Empty, _ => body());
    }

    private static Term Function(IReadOnlyList<Term> parameters, string prefix, Func<IReadOnlyList<Term>, Term> body)
    {
        var made = body(parameters);
        if (made is { Head: "return", Parts: [var value] })
            made = value;
        var level = Lambdas.Level(made).ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < parameters.Count; i++)
            made = Terms.Replace(made, parameters[i], new Term("arg", level + "." + i.ToString(System.Globalization.CultureInfo.InvariantCulture), []) { IsValue = parameters[i].IsValue });
        return prefix.Length == 0 ? new Term("lambda", level, [made]) : new Term("lambda", level, [new Term(prefix.Trim(), string.Empty, [made])]);
    }

    private Term Binary(IBinaryOperation binary)
    {
        var (left, right) = (Expression(binary.LeftOperand), Expression(binary.RightOperand));
        var isOwn = binary.OperatorMethod is { } method && !IsOfFramework(method.ContainingType) && !method.ContainingType.IsRecord;
        if (isOwn)
            return new Term("call", "op " + binary.OperatorKind + " " + Name(binary.OperatorMethod!), [left, right]) { IsValue = binary.Type?.IsValueType == true };
        var kind = Order(binary.LeftOperand.Type, binary.RightOperand.Type);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd => Conditions.And(left, right),
            BinaryOperatorKind.ConditionalOr => Conditions.Or(left, right),
            BinaryOperatorKind.Equals => Conditions.Equal(left, right),
            BinaryOperatorKind.NotEquals => Conditions.Not(Conditions.Equal(left, right)),
            BinaryOperatorKind.LessThan => Conditions.Less(left, right, kind),
            BinaryOperatorKind.LessThanOrEqual => Conditions.LessOrEqual(left, right, kind),
            BinaryOperatorKind.GreaterThan => Conditions.Less(right, left, kind),
            BinaryOperatorKind.GreaterThanOrEqual => Conditions.LessOrEqual(right, left, kind),
            BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String => Terms.Make("text", left, right),
            _ => Terms.Make("op", Operator(binary.OperatorKind.ToString(), binary.Type, binary.IsChecked), [left, right]),
        };
    }

    private Term Unary(IUnaryOperation unary)
    {
        var operand = Expression(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not when unary.OperatorMethod is null => Conditions.Not(operand),
            UnaryOperatorKind.Minus when unary.ConstantValue.HasValue && operand.Is("const") => Terms.Constant(unary.ConstantValue.Value),
            _ => new Term("op", "unary " + Operator(unary.OperatorKind.ToString(), unary.Type, unary.IsChecked), [operand]) { IsValue = unary.Type?.IsValueType == true },
        };
    }

    private Term Compound(ICompoundAssignmentOperation compound)
    {
        var (target, value) = (Expression(compound.Target), Expression(compound.Value));
        return Terms.Make("assign", target, compound.OperatorKind == BinaryOperatorKind.Add && compound.Target.Type?.SpecialType == SpecialType.System_String
            ? Terms.Make("text", target, value)
            : Terms.Make("op", Operator(compound.OperatorKind.ToString(), compound.Target.Type, compound.IsChecked), [target, value]));
    }

    private Term Step(IIncrementOrDecrementOperation step)
    {
        var target = Expression(step.Target);
        var kind = step.Kind == OperationKind.Increment ? nameof(BinaryOperatorKind.Add) : nameof(BinaryOperatorKind.Subtract);
        return Terms.Make("assign", target, Terms.Make("op", Operator(kind, step.Target.Type, step.IsChecked), [target, Terms.Number(1)]));
    }

    private Term Access(IConditionalAccessOperation access)
    {
        var receiver = Expression(access.Operation);
        var isPure = Purity.IsPure(receiver);
        _receivers.Push(isPure ? receiver : new Term("maybe", string.Empty, []));
        var value = Expression(access.WhenNotNull);
        _receivers.Pop();
        return isPure ? Conditions.Choose(Conditions.IsNull(receiver), Term.Null, value) : new Term("access", string.Empty, [receiver, value]);
    }

    private Term Part(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation { Text: var text } => Expression(text),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append } => Appended([.. append.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => Expression(argument.Value))]),
        IInterpolationOperation hole => Texts.Formatted(Expression(hole.Expression), hole.Alignment is { } width ? Expression(width).Data.Replace("number ", string.Empty) : string.Empty, hole.FormatString is { } format ? Terms.TextOf(Expression(format)) ?? string.Empty : string.Empty),
        _ => Raw(part),
    };

    // A value, its width and its format, as they are passed to a handler.
    private static Term Appended(List<Term> arguments) => Texts.Formatted(
        arguments[0],
        string.Join(",", arguments.Skip(1).Where(term => Terms.TextOf(term) is null).Select(term => term.Data.Replace("number ", string.Empty))),
        string.Concat(arguments.Skip(1).Select(Terms.TextOf)));

    // In the order of the parameters; what is left out, or written as it is by default, is not there.
    private IEnumerable<Term> Arguments(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0))
        {
            var parameter = argument.Parameter;
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (parameter is { HasExplicitDefaultValue: true } && argument.Value.ConstantValue is { HasValue: true, Value: var given } && Equals(given, parameter.ExplicitDefaultValue))
                continue;
            if (parameter is { IsParams: true } && argument.Value is IArrayCreationOperation { Initializer: { } elements })
            {
                foreach (var element in elements.ElementValues)
                    yield return Expression(element);
                continue;
            }

            // A span or a list of arguments, in newer frameworks.
            if (parameter is { IsParams: true } && argument.Value is { IsImplicit: true } and not IArrayCreationOperation)
            {
                foreach (var element in argument.Value.ChildOperations)
                    yield return Expression(element);
                continue;
            }

            var value = Expression(argument.Value);
            yield return parameter is { RefKind: RefKind.Out or RefKind.Ref } ? Terms.Make("ref", value) : value;
        }
    }

    private IReadOnlyList<Term> Instance(IOperation? instance) => instance is null ? [] : [Expression(instance)];

    // Of two whole numbers one is smaller or they are equal; not so of numbers that may be none, or missing.
    private static string Order(params ITypeSymbol?[] types)
    {
        var order = types.All(type => type is not null && Underlying(type) is { IsValueType: true, Name: not ("Double" or "Single" or "Half") }) ? "int" : "float";
        return types.Any(type => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) ? order + "?" : order;
    }

    private static string Operator(string kind, ITypeSymbol? type, bool isChecked) => kind + ":" + (type?.Name ?? string.Empty) + (isChecked ? " checked" : string.Empty);

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    // The laws know the types of the framework and of the test frameworks by their simple names.
    private static bool IsOfFramework(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol)
            return true;
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name is "System" or "Xunit" or "NUnit" or "Microsoft";
    }

    private static string Describe(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? string.Empty;

    /// <summary>How a member is called in terms.</summary>
    internal static string Name(ISymbol symbol)
    {
        var type = symbol.ContainingType is null ? string.Empty : IsOfFramework(symbol.ContainingType) ? symbol.ContainingType.Name : symbol.ContainingType.OriginalDefinition.ToDisplayString();
        var arguments = symbol is IMethodSymbol { TypeArguments.IsEmpty: false } method && !AreInferred(method) ? "<" + string.Join(", ", method.TypeArguments.Select(Describe)) + ">" : string.Empty;
        return type + "." + symbol.Name + arguments;
    }

    // What the arguments tell need not be said.
    private static bool AreInferred(IMethodSymbol method) =>
        method.OriginalDefinition.TypeParameters.All(parameter => method.OriginalDefinition.Parameters.Any(each => Mentions(each.Type, parameter)));

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol other => other.Ordinal == parameter.Ordinal && other.TypeParameterKind == parameter.TypeParameterKind,
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        _ => false,
    };
}
