using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>What a repair passes to the calls that it writes: the token in scope, values that say something, each in its place and once.</summary>
internal static class PassedValues
{
    /// <summary>A new call that could take the token in scope and does not; null where there is none.</summary>
    public static CheckFinding? FindWithoutToken(RepairForm form) =>
        RepairForm.Found("TokenNotPassed", PassedArguments.FindWithoutToken(form.NewModel, form.NewNode, form.Tokens, form.Cancellation));

    /// <summary>A key that is its own fallback; null where there is none.</summary>
    public static CheckFinding? FindEcho(RepairForm form) => RepairForm.Appeared("EffectRead", form.InNew<InvocationExpressionSyntax>()
        .FirstOrDefault(call => WantedName.LastName(call) == "GetValueOrDefault" && call.ArgumentList.Arguments is [var key, var otherwise]
            && SyntaxFactory.AreEquivalent(key, otherwise) && form.IsNew(otherwise.GetLastToken()))?.ToString());

    /// <summary>An argument that says nothing, where something of its parameter's type is at hand; null where there is none.</summary>
    public static CheckFinding? FindPoor(RepairForm form) =>
        IsAboutArguments(form.Target) ? RepairForm.FitsWorse(PassedArguments.FindPoor(form.NewModel, form.NewNode, form.Tokens, form.Cancellation)) : null;

    /// <summary>A value that is passed a second time; null where there is none.</summary>
    public static CheckFinding? FindTwice(RepairForm form) =>
        form.Target.Id is "CDA1006" or "S2234" or "CDA1033" or "S2275" or "CA2241" ? RepairForm.Appeared("EffectRead", PassedTwice(form.OldNode, form.NewNode)) : null;

    /// <summary>An argument that is not in the place of its parameter; null where there is none.</summary>
    public static CheckFinding? FindMisplaced(RepairForm form) =>
        form.Allowance.FittingName && IsAboutArguments(form.Target)
            ? RepairForm.Found("ArgumentMisplaced", PassedArguments.FindMisplaced(form.OldModel, form.OldNode, form.NewModel, form.NewNode, form.Tokens, form.Cancellation))
            : null;

    /// <summary>A variable in the place of a null literal that its parameter does not name; null where there is none.</summary>
    public static CheckFinding? FindStranger(RepairForm form) =>
        form.Target.Id != "CS8625" ? null
        : RepairForm.Appeared("EffectRead", form.InNew<ArgumentSyntax>().FirstOrDefault(argument => form.StartsNew(argument.Expression) && argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && form.SymbolOf(argument.Expression) is { } symbol && symbol.Locations.Any(location => location.IsInSource)
            && argument.Parent is ArgumentListSyntax { Parent: { } call } list && form.SymbolOf(call) is IMethodSymbol { Parameters: var parameters } && list.Arguments.IndexOf(argument) is var index
            && index < parameters.Length && NameFit.Score(parameters[index].Name, symbol.Name) == 0 && !IsNeutral(symbol.Name))?.ToString());

    private static bool IsNeutral(string name) => Array.Exists(["empty", "none", "default", "null", "instance", "nothing"], word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // Arguments that a method or a constructor does not take, or that it lacks.
    private static bool IsAboutArguments(Diagnostic target) => target.Id is "CS1501" or "CS1729" or "CS7036";

    // A value that is written out a second time is not the one that was missing.
    private static string? PassedTwice(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var before = Repeated(oldNode).ToList();
        return Repeated(newNode).FirstOrDefault(text => !before.Remove(text));

        static IEnumerable<string> Repeated(SyntaxNode node) =>
            node.DescendantNodes().OfType<ArgumentListSyntax>().SelectMany(list => list.Arguments.GroupBy(argument => argument.ToString()).Where(group => group.Count() > 1).Select(group => group.Key));
    }
}
