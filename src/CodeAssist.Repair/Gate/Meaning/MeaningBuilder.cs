using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Makes the term of a member's bodies: the statements.</summary>
internal sealed partial class MeaningBuilder
{
    // What is written somewhere in the region, by name: what depends on it is not carried to another place.
    private readonly HashSet<string> _written;
    private readonly SyntaxNode _region;

    private MeaningBuilder(SyntaxNode region)
    {
        _region = region;
        _written = [.. region.DescendantNodes().Select(WrittenBy).OfType<string>()];
    }

    /// <summary>What the bodies of a member mean; null where an operation is missing.</summary>
    /// <exception cref="InsufficientExecutionStackException">The code is nested too deeply.</exception>
    public static Term? Of(SemanticModel model, SyntaxNode region, CancellationToken cancellation)
    {
        Budget.Begin(cancellation);
        var builder = new MeaningBuilder(region);
        var (parts, statements) = (new List<Term>(), new List<Term>());
        foreach (var body in Bodies.Of(region))
        {
            if (model.GetOperation(body is GlobalStatementSyntax { Statement: var statement } ? statement : body, cancellation) is not { } operation)
                return null;
            if (body is GlobalStatementSyntax)
                builder.Statement(operation, statements);
            else if (operation is ISymbolInitializerOperation { Value: var value })
                parts.AddRange(builder.Initial(value));
            else
                parts.Add(Branches.WithoutLast(builder.Body(operation), "return"));
        }

        if (statements.Count > 0)
            parts.Add(Sequences.Of(statements));
        return Terms.Make("member", string.Empty, parts);
    }

    // A field is what it is by default where it is given nothing else.
    private IEnumerable<Term> Initial(IOperation value)
    {
        var term = Expression(value);
        return term == Term.Null || term == Term.False || term.Is("const", "number 0") || term.Is("default") ? [] : [term];
    }

    private Term Body(IOperation? operation)
    {
        var statements = new List<Term>();
        if (operation is not null)
            Statement(operation, statements);
        return Sequences.Of(statements);
    }

    private void Statement(IOperation operation, List<Term> into)
    {
        Budget.Step();
        switch (operation)
        {
            case IBlockOperation block:
                into.Add(Block(block.Operations, 0));
                break;
            case IVariableDeclarationGroupOperation group:
                into.AddRange(group.Declarations.SelectMany(declaration => declaration.Declarators).Select(Declaration));
                break;
            case IExpressionStatementOperation statement:
                Effect(statement.Operation, into);
                break;
            case IConditionalOperation conditional:
                into.Add(Branches.If(Expression(conditional.Condition), Body(conditional.WhenTrue), Body(conditional.WhenFalse)));
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } value }:
                into.Add(Terms.Make("yield", Expression(value)));
                break;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                into.Add(Terms.Make("yieldbreak"));
                break;
            case IReturnOperation { ReturnedValue: { } value }:
                into.Add(value is IConversionOperation { Operand: IThrowOperation } or IThrowOperation ? Expression(value) : Terms.Make("return", Expression(value)));
                break;
            case IReturnOperation { IsImplicit: false }:
                into.Add(Terms.Make("return"));
                break;
            case IReturnOperation:
                break;
            case IThrowOperation @throw:
                into.Add(Expression(@throw));
                break;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                into.Add(Terms.Make("break"));
                break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                into.Add(Terms.Make("continue"));
                break;
            case IBranchOperation branch:
                into.Add(new Term("goto", branch.Target.Name, []));
                break;
            case ILabeledOperation labeled:
                into.Add(new Term("label", labeled.Label.Name, []));
                if (labeled.Operation is { } labelled)
                    Statement(labelled, into);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                into.Add(Terms.Make("foreach", (loop.IsAsynchronous ? "await " : string.Empty) + variable.Symbol.Name, [Expression(loop.Collection), LoopBody(loop.Body)]));
                break;
            case IForEachLoopOperation loop:
                into.Add(new Term("loop", loop.IsAsynchronous ? "await each" : "each", [Expression(loop.Collection), Expression(loop.LoopControlVariable), LoopBody(loop.Body)]));
                break;
            case IForLoopOperation loop:
                foreach (var before in loop.Before)
                    Statement(before, into);
                var step = new List<Term>();
                foreach (var bottom in loop.AtLoopBottom)
                    Statement(bottom, step);
                var (condition, body) = (loop.Condition is null ? Term.True : Expression(loop.Condition), LoopBody(loop.Body));
                into.Add(Continues(body) ? new Term("loop", string.Empty, [condition, body, Sequences.Of(step)]) : new Term("loop", string.Empty, [condition, Sequences.Of([body, .. step]), Term.Nothing]));
                break;
            case IWhileLoopOperation { Condition: { } test } loop:
                into.Add(loop.ConditionIsTop
                    ? new Term("loop", string.Empty, [Expression(test), LoopBody(loop.Body), Term.Nothing])
                    : new Term("dowhile", string.Empty, [LoopBody(loop.Body), Expression(test)]));
                break;
            case ISwitchOperation @switch:
                Switch(@switch, into);
                break;
            case ITryOperation attempt:
                into.Add(Attempt(attempt));
                break;
            case IUsingOperation @using:
                into.Add(Using(@using.Resources, @using.IsAsynchronous, () => Body(@using.Body)));
                break;
            case ILockOperation @lock:
                into.Add(Terms.Make("lock", Expression(@lock.LockedValue), Body(@lock.Body)));
                break;
            case ILocalFunctionOperation function:
                into.Add(new Term("decl", function.Symbol.Name, [Lambda(function.Symbol.Parameters, function.Symbol.IsAsync, () => Branches.WithoutLast(Body(function.Body), "return"))]));
                break;
            case IEmptyOperation:
                break;
            case IVariableDeclarationOperation declaration:
                into.AddRange(declaration.Declarators.Select(Declaration));
                break;
            default:
                Effect(operation, into);
                break;
        }
    }

    private Term Block(IReadOnlyList<IOperation> operations, int from)
    {
        var statements = new List<Term>();

        // A function may be called before it is written.
        var early = from > 0 ? [] : operations.OfType<ILocalFunctionOperation>().Where(function => operations.TakeWhile(other => other != function).Any(before => IsNamed(before, function.Symbol.Name) || before is IReturnOperation)).ToList();
        foreach (var function in early)
            Statement(function, statements);
        for (var i = from; i < operations.Count; i++)
        {
            if (operations[i] is ILocalFunctionOperation known && early.Contains(known))
                continue;
            if (operations[i] is IUsingDeclarationOperation @using)
            {
                // It holds until the end of the block.
                var next = i + 1;
                statements.Add(Using(@using.DeclarationGroup, @using.IsAsynchronous, () => Block(operations, next)));
                break;
            }

            Statement(operations[i], statements);
        }

        return Sequences.Of(statements);
    }

    private static bool IsNamed(IOperation operation, string name) => operation.Syntax.DescendantTokens().Any(token => token.ValueText == name);

    private static bool Continues(Term term) => term.Is("continue") || (term.Head is not ("loop" or "dowhile" or "foreach" or "lambda" or "function") && term.Parts.Any(Continues));

    private Term LoopBody(IOperation body) => Branches.WithoutLast(Body(body), "continue");

    private Term Declaration(IVariableDeclaratorOperation variable)
    {
        var value = variable.Initializer?.Value ?? (variable.Parent as IVariableDeclarationOperation)?.Initializer?.Value;
        return new Term("decl", variable.Symbol.Name, value is null ? [] : [Expression(value)]);
    }

    private Term Using(IOperation resources, bool isAsync, Func<Term> body)
    {
        if (resources is not IVariableDeclarationGroupOperation group)
            return Expression(resources) is var resource && resource.Is("call", "Assert.EnterMultipleScope") ? body() : new Term("using", isAsync ? "await " : string.Empty, [resource, body()]);
        var all = group.Declarations.SelectMany(declaration => declaration.Declarators).Select(Declaration).ToList();
        return Enumerable.Reverse(all).Aggregate(body(), (inner, declared) => Terms.Make("using", (isAsync ? "await " : string.Empty) + declared.Data, [.. declared.Parts, inner]));
    }

    private Term Attempt(ITryOperation attempt)
    {
        var parts = new List<Term> { Body(attempt.Body) };
        foreach (var clause in attempt.Catches)
        {
            var variable = clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declared ? declared.Symbol.Name : string.Empty;
            var (filter, body) = (clause.Filter is null ? Term.True : Expression(clause.Filter), Body(clause.Handler));

            // What is thrown again is not caught.
            if (body.Is("if") && IsRethrow(body[2]))
                (filter, body) = (Conditions.And(filter, body[0]), body[1]);
            else if (body.Is("if") && IsRethrow(body[1]))
                (filter, body) = (Conditions.And(filter, Conditions.Not(body[0])), body[2]);
            parts.Add(new Term("catch", Describe(clause.ExceptionType), [new Term("local", variable, []), filter, body]));
        }

        while (parts[parts.Count - 1] is { Head: "catch" } last && IsRethrow(last[2]) && last[1] == Term.True)
            parts.RemoveAt(parts.Count - 1);
        if (attempt.Finally is { } end)
            parts.Add(Terms.Make("finally", Body(end)));
        return parts.Count == 1 ? parts[0] : new Term("try", string.Empty, parts);

        static bool IsRethrow(Term term) => term.Is("throw") && term.Parts.Count == 0;
    }

    // A decision among cases is a chain of tests, where no case ends within.
    private void Switch(ISwitchOperation @switch, List<Term> into)
    {
        var subject = Expression(@switch.Value);
        if (!Purity.IsPure(subject) || Depends(subject))
        {
            into.Add(new Term("decl", "\u0001switch", [subject]));
            subject = new Term("local", "\u0001switch", []);
        }

        var sections = new List<(Term? Test, Term Body)>();
        foreach (var section in @switch.Cases)
        {
            var isDefault = section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation);
            var tests = section.Clauses.Select(clause => clause switch
            {
                ISingleValueCaseClauseOperation single => Conditions.Equal(subject, Expression(single.Value)),
                IPatternCaseClauseOperation pattern => Matches(subject, pattern.Pattern, pattern.Guard),
                IRelationalCaseClauseOperation or IRangeCaseClauseOperation => Raw(clause),
                _ => null,
            }).OfType<Term>().ToList();
            var statements = new List<Term>();
            foreach (var inner in section.Body)
                Statement(inner, statements);
            sections.Add((isDefault ? null : Conditions.Or(tests), Branches.WithoutLast(Sequences.Of(statements), "break")));
        }

        if (sections.Exists(section => Breaks(section.Body)))
        {
            into.Add(new Term("switch", string.Empty, [subject, .. sections.SelectMany(section => (IEnumerable<Term>)[section.Test ?? Term.True, section.Body])]));
            return;
        }

        var otherwise = sections.Find(section => section.Test is null).Body ?? Term.Nothing;
        into.Add(Enumerable.Reverse(sections).Where(section => section.Test is not null).Aggregate(otherwise, (last, section) => Branches.If(section.Test!, section.Body, last)));

        static bool Breaks(Term term) => term.Head is "break" or "goto" || (term.Head is not ("loop" or "dowhile" or "foreach" or "switch" or "lambda" or "function") && term.Parts.Any(Breaks));
    }

    private bool Depends(Term term) => term.All().Any(part => part.Head is "local" or "param" or "field" or "prop" && _written.Contains(part.Data.Substring(part.Data.LastIndexOf('.') + 1)));

    private static string? WrittenBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => Last(assignment.Left),
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--" } step => Last(step.Operand),
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--" } step => Last(step.Operand),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var passed } => Last(passed),
        _ => null,
    };

    private static string? Last(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
