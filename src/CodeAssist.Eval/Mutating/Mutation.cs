using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Mutating;

/// <summary>A small change of a program that is likely to break it.</summary>
/// <param name="Operator">The name of the operator that made it, such as <c>swapped-arguments</c>.</param>
/// <param name="Changes">What is written in place of what.</param>
public sealed record Mutation(string Operator, IReadOnlyList<TextChange> Changes)
{
    /// <summary>A mutation that writes one text in place of another.</summary>
    public static Mutation Of(string name, TextSpan span, string text) => new(name, [new TextChange(span, text)]);
}
