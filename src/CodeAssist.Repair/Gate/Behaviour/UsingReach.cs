using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>A using directive holds for the whole file: a name outside of the region must mean what it meant.</summary>
internal static class UsingReach
{
    /// <summary>A name outside of the region that is bound to something else since the edit, with what it was and is; null where none is.</summary>
    public static (string Name, string Before, string After)? FindRebound(
        SemanticModel oldModel, TextSpan oldRegion, SemanticModel newModel, TextSpan newRegion, CancellationToken cancellation)
    {
        // Outside of the region and the using list both trees have the same names.
        foreach (var (before, after) in Names(oldModel, oldRegion, cancellation).Zip(Names(newModel, newRegion, cancellation), (one, other) => (one, other)))
        {
            var (was, now) = (MeaningOf(oldModel, before, cancellation), MeaningOf(newModel, after, cancellation));
            if (was is not null && was != now)
                return (Describe.Source(before.ToString()), was, now ?? "?");
        }

        return null;
    }

    private static IEnumerable<SimpleNameSyntax> Names(SemanticModel model, TextSpan region, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation)
            .DescendantNodes(node => node is not UsingDirectiveSyntax && !region.Contains(node.Span))
            .OfType<SimpleNameSyntax>()
            .Where(name => !region.Contains(name.Span));

    private static string? MeaningOf(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellation)
    {
        // What is declared in a body is found there, before any namespace.
        var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
        if (symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol)
            return null;
        return ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol)?.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
    }
}
