using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1006: two arguments are named like two parameters, in the other order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwappedArgumentsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // One-letter names (x, y, a, b) say too little.
    private const int ShortestTellingName = 2;

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.SwappedArguments, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var same = new SameValue(Stability.Of(context));
        context.OnOperationBlock(block => Analyze(context, block, same));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, SameValue same)
    {
        var calls = new List<(IOperation Call, ISymbol Member, ImmutableArray<IArgumentOperation> Arguments)>();
        foreach (var operation in context.OfKind(OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference))
        {
            if (CallOf(operation) is { Arguments.Length: >= 2 } call)
                calls.Add(call);
        }

        List<ArgumentPair>? pairs = null;
        foreach (var call in calls)
        {
            if (!ArgumentPair.MayBeSwapped(call.Arguments))
                continue;
            foreach (var pair in ArgumentPair.Swapped(call.Call, call.Member, call.Arguments, rule.Compilation))
            {
                if (IsTelling(rule, pair) && HaveOneReceiver(pair, same) && !DeliberateOrder.IsSaid(pair, context.OwningSymbol))
                    (pairs ??= []).Add(pair);
            }
        }

        if (pairs is null)
            return;
        var bothWays = CallsInOrder(calls, pairs);
        foreach (var pair in pairs)
        {
            if (!bothWays.Contains(InOrder(pair)))
                Report(rule, context, pair);
        }
    }

    private static (IOperation Call, ISymbol Member, ImmutableArray<IArgumentOperation> Arguments)? CallOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => (invocation, invocation.TargetMethod, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => (creation, constructor, creation.Arguments),
        IPropertyReferenceOperation { Property.IsIndexer: true } indexer => (indexer, indexer.Property, indexer.Arguments),
        _ => null,
    };

    private static bool IsTelling(RuleContext rule, ArgumentPair pair)
    {
        var shortest = rule.Option(pair.First.Syntax.SyntaxTree, "min_name_length", ShortestTellingName);
        return pair.First.Stem.Length >= shortest && pair.Second.Stem.Length >= shortest
            && !Stem.AreTwins(pair.First.Parameter.Name, pair.Second.Parameter.Name);
    }

    private static bool HaveOneReceiver(ArgumentPair pair, SameValue same) => (pair.First.Receiver, pair.Second.Receiver) switch
    {
        (null, null) => true,
        ({ } one, { } other) => same.Holds(one, other),
        _ => false,
    };

    // Connect(from, to); Connect(to, from): both orders in one body are meant, by overloads too.
    private static HashSet<Passed> CallsInOrder(
        List<(IOperation Call, ISymbol Member, ImmutableArray<IArgumentOperation> Arguments)> calls, List<ArgumentPair> pairs)
    {
        var wanted = pairs
            .GroupBy(pair => (TypeOf(pair.Member), pair.Member.Name))
            .ToDictionary(
                group => group.Key,
                group => group.Select(pair => (First: pair.First.Parameter.Name, Second: pair.Second.Parameter.Name)).Distinct().ToList());
        var found = new HashSet<Passed>();
        foreach (var (_, member, arguments) in calls)
        {
            if (!wanted.TryGetValue((TypeOf(member), member.Name), out var places))
                continue;
            foreach (var (first, second) in places)
            {
                if (For(first) is { } one && For(second) is { } other)
                    found.Add(new Passed(TypeOf(member), member.Name, first, second, one.Symbol, other.Symbol));
            }

            NamedArgument? For(string parameter) =>
                arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter) is { } argument ? NamedArgument.Of(argument) : null;
        }

        return found;
    }

    private static Passed InOrder(ArgumentPair pair) => new(
        TypeOf(pair.Member), pair.Member.Name, pair.First.Parameter.Name, pair.Second.Parameter.Name, pair.Second.Symbol, pair.First.Symbol);

    private static string TypeOf(ISymbol member) => member.ContainingType?.OriginalDefinition.ToDisplayString() ?? string.Empty;

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, ArgumentPair pair) =>
        rule.Report(context, new Finding(pair.First.Syntax)
        {
            AdditionalLocations = [pair.Second.Syntax.GetLocation()],
            Arguments = [pair.First.Symbol.Name, pair.Second.Symbol.Name, NameOf(pair.Member)],
        });

    private static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.DelegateInvoke } or IPropertySymbol
        ? member.ContainingType.Name
        : member.Name;

    // Two symbols that are passed for two parameters of what has this name.
    private readonly record struct Passed(string Type, string Member, string First, string Second, ISymbol ForFirst, ISymbol ForSecond);
}
