using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1033: a format's placeholders and its arguments disagree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormatArgumentMismatchAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // Words of a comment that says that an argument is left out on purpose.
    private static readonly string[] Excuses =
        ["unused", "not used", "skip", "omit", "left out", "leave out", "ignore", "localis", "localiz", "translat", "purpose", "intention", "deliberate", "placeholder"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.FormatArgumentMismatch, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.Invocation, OperationKind.ObjectCreation);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        var call = context.Operation switch
        {
            IInvocationOperation invocation => FormatCall.Of(invocation.TargetMethod, invocation.TargetMethod.Parameters, invocation.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => FormatCall.Of(constructor, constructor.Parameters, creation.Arguments),
            _ => null,
        };

        // The tests of a logger log what disagrees on purpose, and what other tests log nobody reads.
        if (call is null || (call.IsTemplate && rule.IsTestProject) || (call.IsTemplate ? MismatchOfTemplate(call) : MismatchOfComposite(call)) is not { } mismatch)
            return;
        if (mismatch.Unused is not null && IsExcused(context.Operation.Syntax))
            return;
        rule.Report(context, new Finding(call.Format.Syntax)
        {
            AdditionalLocations = mismatch.Unused is { } unused ? [unused.Syntax.GetLocation()] : null,
            Properties = mismatch.Renumbered is { } indices
                ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, indices)
                : ImmutableDictionary<string, string?>.Empty,
            Arguments = [mismatch.Problem],
        });
    }

    private static Mismatch? MismatchOfComposite(FormatCall call)
    {
        var format = FormatText.ReadComposite(call.Text);

        // With a name alone to go by, what is no composite format may be a format of another kind.
        if (format.Malformed is { } malformed)
            return call.IsSure ? new Mismatch(Say("Malformed", malformed)) : null;
        if (call.Values is not { } values || (!call.IsSure && (values.Count == 0 || (format.Names.Count == 0 && call.Text.Contains("%")))))
            return null;
        var indices = new SortedSet<int>(format.Names.Select(name => FormatText.IndexOf(name) ?? 0));
        var renumbered = indices.Count == values.Count && indices.Count > 0 ? string.Join(",", indices.Select(index => index.ToString(CultureInfo.InvariantCulture))) : null;
        if (indices.Count > 0 && indices.Max >= values.Count)
            return new Mismatch(Say("Missing", "{" + indices.Max.ToString(CultureInfo.InvariantCulture) + "}")) { Renumbered = renumbered };
        var unused = values.Where((_, index) => !indices.Contains(index)).FirstOrDefault();
        return unused is null ? null : NotUsed(unused);
    }

    // Loggers fill their placeholders in order; some take numbers for indices.
    private static Mismatch? MismatchOfTemplate(FormatCall call)
    {
        var template = FormatText.ReadTemplate(call.Text);
        if (call.Values is not { } values || template.Names.Count == values.Count)
            return null;
        if (template.Names.Count > 0 && template.IsNumbered)
            return MismatchOfComposite(call);
        return template.Names.Count > values.Count
            ? new Mismatch(Say("Missing", "{" + template.Names[values.Count] + "}"))
            : NotUsed(values[template.Names.Count]);
    }

    private static Mismatch NotUsed(IOperation value) => new(Say("Unused", Snippet.Of(value.Syntax))) { Unused = value };

    // A part of the message, in the language that the message is asked for in.
    private static LocalizableString Say(string problem, string what) =>
        new LocalizableResourceString($"{DiagnosticIds.FormatArgumentMismatch}_{problem}", RuleTexts.ResourceManager, typeof(RuleTexts), what);

    private static bool IsExcused(SyntaxNode call)
    {
        var statement = call.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax) ?? call;
        return statement.DescendantTrivia().Any(trivia =>
            trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            && Excuses.Any(word => trivia.ToString().IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    // What is wrong; the argument that nothing names; the numbers of the placeholders, where writing them without gaps mends it.
    private sealed record Mismatch(LocalizableString Problem)
    {
        public IOperation? Unused { get; init; }

        public string? Renumbered { get; init; }
    }
}
