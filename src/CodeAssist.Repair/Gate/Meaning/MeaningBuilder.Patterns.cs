using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Makes the terms of patterns: each is a condition on what it is matched with.</summary>
internal sealed partial class MeaningBuilder
{
    // Whether a value matches, and what else must hold. What the pattern names stands for the value, or a part of it.
    private Term Matches(Term subject, IPatternOperation pattern, IOperation? guard)
    {
        if (Purity.IsPure(subject) && !Depends(subject))
            return With(guard, Match(subject, pattern));

        // What does something, or may be another thing later, is asked once and kept.
        var name = Declared(pattern) is { } declared ? declared.Name : "\u0001" + _unique++;
        var local = new Term("local", name, []) { IsValue = subject.IsValue };
        var condition = With(guard, Match(local, pattern));
        if (Declared(pattern) is null && Terms.Count(condition, local) == 1)
            return Terms.Replace(condition, local, subject);
        var kept = new Term("assign", "declares", [local, subject]);
        var done = false;
        return ReplaceFirst(condition);

        Term ReplaceFirst(Term term)
        {
            if (done)
                return term;
            if (term.Equals(local))
            {
                done = true;
                return kept;
            }

            return Terms.With(term, ReplaceFirst);
        }
    }

    private Term With(IOperation? guard, Term condition) => guard is null ? condition : Conditions.And(condition, Expression(guard));

    private static ISymbol? Declared(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        INegatedPatternOperation negated => Declared(negated.Pattern),
        _ => null,
    };

    private Term Match(Term subject, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Conditions.Equal(subject, Expression(constant.Value));
            case IRelationalPatternOperation relational:
                var kind = Order(pattern.InputType);
                var bound = Expression(relational.Value);
                return relational.OperatorKind switch
                {
                    BinaryOperatorKind.LessThan => Conditions.Less(subject, bound, kind),
                    BinaryOperatorKind.LessThanOrEqual => Conditions.LessOrEqual(subject, bound, kind),
                    BinaryOperatorKind.GreaterThan => Conditions.Less(bound, subject, kind),
                    _ => Conditions.LessOrEqual(bound, subject, kind),
                };
            case INegatedPatternOperation negated:
                return Conditions.Not(Match(subject, negated.Pattern));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Conditions.And(Match(subject, both.LeftPattern), Match(subject, both.RightPattern));
            case IBinaryPatternOperation either:
                return Conditions.Or(Match(subject, either.LeftPattern), Match(subject, either.RightPattern));
            case IDiscardPatternOperation:
                return Term.True;
            case ITypePatternOperation type:
                return IsType(subject, pattern.InputType, type.MatchedType);
            case IDeclarationPatternOperation declaration:
                Bind(declaration.DeclaredSymbol, declaration.MatchedType is { } declared ? As(subject, pattern.InputType, declared) : subject);
                return declaration.MatchesNull || declaration.MatchedType is null ? Term.True : IsType(subject, pattern.InputType, declaration.MatchedType);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive:
                var value = recursive.MatchedType is { } matched ? As(subject, pattern.InputType, matched) : subject;
                Bind(recursive.DeclaredSymbol, value);
                return Conditions.And([recursive.MatchedType is { } kindOf ? IsType(subject, pattern.InputType, kindOf) : Conditions.Not(Conditions.IsNull(subject)), .. recursive.PropertySubpatterns.Select(part => Part(value, part))]);
            default:
                return new Term("matches", pattern.Syntax.NormalizeWhitespace().ToString(), [subject]) { IsValue = true };
        }
    }

    private Term Part(Term value, IPropertySubpatternOperation part)
    {
        _inputs.Push(value);
        var member = Expression(part.Member);
        _inputs.Pop();
        return Match(member, part.Pattern);
    }

    private void Bind(ISymbol? variable, Term value)
    {
        if (variable is not null)
            _bound[variable] = _written.Contains(variable.Name) ? new Term("local", variable.Name, []) : value;
    }

    private static Term As(Term subject, ITypeSymbol? from, ITypeSymbol to) =>
        !IsSure(from, to) ? new Term(to.IsReferenceType ? "cast" : "conv", Describe(to), [subject]) { IsValue = to.IsValueType }
        : to.IsValueType && !subject.IsValue ? new Term(subject.Head, subject.Data, subject.Parts) { IsValue = true }
        : subject;

    // A value that is of the type by its own type is one unless it is null.
    private static Term IsType(Term subject, ITypeSymbol? from, ITypeSymbol type) =>
        IsSure(from, type) ? Conditions.Not(Conditions.IsNull(subject)) : Terms.Make("is", Describe(type), [subject]);

    private static bool IsSure(ITypeSymbol? from, ITypeSymbol to)
    {
        if (from is null)
            return false;
        for (var type = Underlying(from); type is not null; type = type.BaseType!)
        {
            if (SymbolEqualityComparer.Default.Equals(type, to))
                return true;
        }

        return from.AllInterfaces.Any(face => SymbolEqualityComparer.Default.Equals(face, to));
    }

    // The first arm that matches; where none does, an exception says so.
    private Term Choice(ISwitchExpressionOperation @switch)
    {
        var subject = Expression(@switch.Value);
        if (!Purity.IsPure(subject) || Depends(subject))
            return Raw(@switch);
        var arms = @switch.Arms.Select(arm => (Test: Matches(subject, arm.Pattern, arm.Guard), Value: Expression(arm.Value))).ToList();
        var none = Terms.Make("throw", new Term("new", "SwitchExpressionException", []));
        return Enumerable.Reverse(arms).Aggregate(none, (last, arm) => Conditions.Choose(arm.Test, arm.Value, last));
    }
}
