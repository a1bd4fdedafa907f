using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2004: an async method returns void and is no event handler: nobody can wait for it or see it fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidMethodAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.AsyncVoidMethod, Category.Concurrency, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var groups = new MethodGroups();
        var engineObject = context.Type("UnityEngine.MonoBehaviour");
        var tasks = TaskTypes.Of(context);
        context.OnSymbol(symbol => Analyze(context, groups, engineObject, tasks, symbol), SymbolKind.Method);
        context.OnOperation(operation => Analyze(context, groups, operation), OperationKind.LocalFunction);
    }

    private static void Analyze(RuleContext rule, MethodGroups groups, INamedTypeSymbol? engineObject, TaskTypes? tasks, SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!IsCandidate(method) || method is not { MethodKind: MethodKind.Ordinary, IsOverride: false, PartialDefinitionPart: null, PartialImplementationPart: null }
            || Implements(method) || LooksAfterTask(method, tasks) || (engineObject is not null && method.ContainingType.IsOrDerivesFrom(engineObject))
            || method.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax declaration
            || groups.MayUse(method, context.Compilation, context.CancellationToken))
        {
            return;
        }

        rule.Report(context, new Finding(declaration) { Location = declaration.Identifier.GetLocation(), Arguments = [method.Name] });
    }

    private static void Analyze(RuleContext rule, MethodGroups groups, OperationAnalysisContext context)
    {
        var function = ((ILocalFunctionOperation)context.Operation).Symbol;
        if (IsCandidate(function)
            && context.Operation.Syntax is LocalFunctionStatementSyntax declaration
            && (SyntaxNode?)declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) is var member
            && !groups.MayUse(function.Name, member ?? declaration.SyntaxTree.GetRoot(context.CancellationToken)))
        {
            rule.Report(context, new Finding(declaration) { Location = declaration.Identifier.GetLocation(), Arguments = [function.Name] });
        }
    }

    private static bool IsCandidate(IMethodSymbol method) =>
        method is { IsAsync: true, ReturnsVoid: true } && !EventHandlers.HasSignature(method) && !IsOn(method.Name);

    // OnLoaded, OnNavigatedTo: called by a framework. Not Once, Online.
    private static bool IsOn(string name) =>
        name.StartsWith("On", StringComparison.Ordinal) && name.Length > 2 && (char.IsUpper(name[2]) || name[2] == '_');

    // `static async void Forget(this Task task)`: the helper that waits where nobody else does.
    private static bool LooksAfterTask(IMethodSymbol method, TaskTypes? tasks) =>
        method is { IsExtensionMethod: true, Parameters: [{ Type: var extended }, ..] } && tasks?.IsTask(extended) == true;

    private static bool Implements(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name)).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
