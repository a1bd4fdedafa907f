using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Something that code does, or a mark where a construct begins or ends that decides whether it is done.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">What it is, with the symbols that it is bound to.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Mark">Whether it begins or ends a construct.</param>
internal sealed record Effect(EffectKinds Kind, string Text, TextSpan Span, Mark Mark = Mark.None)
{
    /// <summary>The code that has the effect; null of a separator.</summary>
    public SyntaxNode? Syntax { get; init; }

    /// <summary>The method and the parameter that a value is passed to; null of what is no argument.</summary>
    public (string Method, string Parameter)? Role { get; init; }

    /// <summary>Of a comparison with a constant, how it compares and with what; null of anything else.</summary>
    public string? Compared { get; init; }

    /// <summary>Whether it is a name that the compiler could not bind.</summary>
    public bool IsUnbound { get; init; }

    /// <summary>Effects are the same by what they are, not by where they stand.</summary>
    public static IEqualityComparer<Effect> Comparer { get; } = new ByMeaning();

    private sealed class ByMeaning : IEqualityComparer<Effect>
    {
        public bool Equals(Effect? x, Effect? y) => x!.Kind == y!.Kind && x.Mark == y.Mark && x.Text == y.Text;

        public int GetHashCode(Effect effect) => effect.Text.GetHashCode();
    }
}

/// <summary>Whether an effect begins or ends a construct.</summary>
internal enum Mark
{
    None,
    Open,
    Close,
}
