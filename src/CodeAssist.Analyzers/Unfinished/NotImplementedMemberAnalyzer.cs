using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Unfinished;

/// <summary>CDA5001: a documented member does nothing but throw NotImplementedException.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotImplementedMemberAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.NotImplementedMember, Category.Unfinished, DefaultPromise.OffUntilRecommended);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (!context.IsTestProject && !TestDoubles.IsNamedSo(context.Compilation.AssemblyName) && context.Type("System.NotImplementedException") is { } type)
            context.OnOperation(operation => Analyze(context, type, operation), OperationKind.Throw);
    }

    private static void Analyze(RuleContext rule, INamedTypeSymbol notImplemented, OperationAnalysisContext context)
    {
        if (((IThrowOperation)context.Operation).Exception?.Unwrapped() is not IObjectCreationOperation creation
            || !SymbolEqualityComparer.Default.Equals(creation.Type, notImplemented)
            || MemberWithBody(context.Operation.Syntax) is not { } member
            || context.ContainingSymbol is not { } symbol
            || IsMeantToBeMissing(symbol)
            || (Summary.Of(member) ?? SummaryOfDefinition(symbol, context.CancellationToken)) is not { } summary
            || SaysNotSupported(summary)
            || SaysNotSupported(context.Operation.Syntax.GetLeadingTrivia().ToFullString())
            || creation.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } && SaysNotSupported(text)))
        {
            return;
        }

        rule.Report(context, context.Operation.Syntax, NameOf(symbol));
    }

    // Of a partial member the part without a body has the documentation, as a rule.
    private static string? SummaryOfDefinition(ISymbol symbol, CancellationToken cancellation) =>
        symbol is IMethodSymbol { PartialDefinitionPart: { } part }
        && (part.AssociatedSymbol ?? part).DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.GetSyntax(cancellation) is MemberDeclarationSyntax member
            ? Summary.Of(member)
            : null;

    private static string NameOf(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? symbol.ContainingType.Name
        : ((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol).Name;

    // The member that has a body of its own or an accessor's, which is nothing but the throw.
    private static MemberDeclarationSyntax? MemberWithBody(SyntaxNode thrown)
    {
        var owner = thrown switch
        {
            ThrowStatementSyntax { Parent: BlockSyntax { Statements.Count: 1 } block } => block.Parent,
            ThrowExpressionSyntax { Parent: ArrowExpressionClauseSyntax arrow } => arrow.Parent,
            _ => null,
        };
        return owner switch
        {
            BaseMethodDeclarationSyntax method => method,
            PropertyDeclarationSyntax or IndexerDeclarationSyntax => (MemberDeclarationSyntax)owner,
            AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } => property,
            _ => null,
        };
    }

    // Members that others are to write, and members that nobody is to call.
    private static bool IsMeantToBeMissing(ISymbol symbol)
    {
        var member = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
        if (member.IsVirtual || IsHidden(member))
            return true;
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if ((type.IsAbstract && !type.IsStatic) || type.Name.EndsWith("Base", StringComparison.Ordinal) || TestDoubles.IsNamedSo(type.Name) || IsHidden(type))
                return true;
        }

        for (var space = member.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (TestDoubles.IsNamedSo(space.Name))
                return true;
        }

        return false;
    }

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "ObsoleteAttribute"
        || (attribute.AttributeClass?.Name is "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]));

    private static bool SaysNotSupported(string text)
    {
        string[] words = ["not supported", "unsupported", "not implemented", "unimplemented", "by design", "on purpose", "intentional", "deliberate"];
        return words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
