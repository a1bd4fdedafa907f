using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// Whether an edit of a body can change what the compiler says of fields and events that stand elsewhere: CS0067,
/// CS0169, CS0414 and CS0649 depend on every body, so that binding one body does not show them.
/// </summary>
internal sealed class FieldUses(GateContext context, SyntaxNode oldMember, SyntaxNode newMember)
{
    public async Task<bool> MayChangeWarningsAsync(CancellationToken cancellation)
    {
        foreach (var (oldDocument, newDocument) in context.Flavours())
        {
            var before = await context.Memory.GetAsync(
                oldDocument, ("fields", oldMember.Span), () => UsesBeforeAsync(oldDocument, cancellation)).ConfigureAwait(false);
            var newModel = await context.NewModelAsync(newDocument, cancellation).ConfigureAwait(false);
            var newRoot = await newModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
            var after = UsesIn(newModel, newRoot.FindNode(newMember.Span), cancellation);
            foreach (var key in before.Keys.Union(after.Keys))
            {
                before.TryGetValue(key, out var old);
                after.TryGetValue(key, out var now);
                if (old?.Kinds != now?.Kinds && MayWarn((now ?? old)!.Symbol, newModel.Compilation, cancellation))
                    return true;
            }
        }

        return false;
    }

    // Linked documents have trees of their own with the same positions.
    private async Task<Dictionary<string, Use>> UsesBeforeAsync(Document oldDocument, CancellationToken cancellation)
    {
        var model = await oldDocument.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The document has no semantic model.");
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return UsesIn(model, root.FindNode(oldMember.Span), cancellation);
    }

    // A field that is read and written somewhere after the edit gets none of the warnings.
    private static bool MayWarn(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var declared = SymbolIn(compilation, symbol);
        if (declared is null || (declared is IFieldSymbol && declared.DeclaredAccessibility is not Accessibility.Private))
            return true;
        var kinds = UseKinds.None;
        foreach (var reference in declared.ContainingType.DeclaringSyntaxReferences)
        {
            var type = reference.GetSyntax(cancellation);
            var model = compilation.GetSemanticModel(type.SyntaxTree);
            foreach (var name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == declared.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, declared))
                    kinds |= KindOf(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);
            }

            if (declared is IFieldSymbol && type.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(
                    variable => variable.Initializer is not null && variable.Identifier.ValueText == declared.Name))
            {
                kinds |= UseKinds.Write;
            }
        }

        return kinds != (UseKinds.Read | UseKinds.Write);
    }

    private static ISymbol? SymbolIn(Compilation compilation, ISymbol symbol) =>
        symbol.ContainingType?.GetDocumentationCommentId() is { } id
        && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is INamedTypeSymbol type
            ? type.GetMembers(symbol.Name).FirstOrDefault(member => member.Kind == symbol.Kind)
            : null;

    private static Dictionary<string, Use> UsesIn(SemanticModel model, SyntaxNode member, CancellationToken cancellation)
    {
        var uses = new Dictionary<string, Use>();
        foreach (var body in Bodies.Of(member))
        {
            // Asking for each name by itself takes quadratic time in a long chain of calls. Code that does not bind may
            // have names that no operation holds.
            var operations = model.GetOperation(body, cancellation)?.DescendantsAndSelf().ToList();
            if (operations is null || operations.Any(operation => operation is IInvalidOperation))
            {
                foreach (var name in body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
                    Add(uses, model.GetSymbolInfo(name, cancellation).Symbol, name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);
                continue;
            }

            foreach (var operation in operations)
            {
                cancellation.ThrowIfCancellationRequested();
                if (operation is IMemberReferenceOperation { Member: { } used })
                    Add(uses, used, operation.Syntax);
            }
        }

        return uses;
    }

    private static void Add(Dictionary<string, Use> uses, ISymbol? used, SyntaxNode place)
    {
        if (used is not { Kind: SymbolKind.Field or SymbolKind.Event })
            return;
        var symbol = used.OriginalDefinition;

        // An event is only ever raised by its own type, whoever may subscribe to it.
        if (symbol.Locations.All(location => !location.IsInSource)
            || (symbol is IFieldSymbol && symbol.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)))
        {
            return;
        }

        var key = symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString();
        if (uses.TryGetValue(key, out var use))
            use.Kinds |= KindOf(place);
        else
            uses.Add(key, new Use(symbol) { Kinds = KindOf(place) });
    }

    // In doubt a use is both: then a change of it shows as a change of kinds only where one kind is certain.
    private static UseKinds KindOf(SyntaxNode place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == place =>
            assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? UseKinds.Write : UseKinds.Read | UseKinds.Write,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } => UseKinds.Write,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } => UseKinds.Read | UseKinds.Write,
        _ => UseKinds.Read,
    };

    [Flags]
    private enum UseKinds
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    private sealed class Use(ISymbol symbol)
    {
        public ISymbol Symbol { get; } = symbol;

        public UseKinds Kinds { get; set; }
    }
}
