using CodeAssist.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Lines in a row that differ in nothing but names, where each line but one has one name on both its sides:
/// <c>a.X = b.X; a.Y = b.Y; a.Z = b.Y;</c>.
/// </summary>
internal sealed class ParallelRun
{
    /// <summary>Fewer lines are no pattern.</summary>
    public const int Fewest = 3;

    // Longer lines are no copies of each other; and what is nested in them is not read over and over.
    private const int MostTokens = 40;

    /// <summary>The lines that break the pattern of their run.</summary>
    public static IEnumerable<Slip> Slips(IReadOnlyList<SyntaxNode?> lines) => MayHoldRun(lines) ? SlipsIn(lines) : [];

    // Whether so many lines stand together at all, before the tokens of any are read.
    private static bool MayHoldRun(IReadOnlyList<SyntaxNode?> lines)
    {
        var together = 0;
        for (var index = 0; index < lines.Count; index++)
        {
            together = lines[index] is null ? 0 : together + 1;
            if (together == Fewest)
                return true;
        }

        return false;
    }

    private static IEnumerable<Slip> SlipsIn(IReadOnlyList<SyntaxNode?> lines)
    {
        var run = new List<Line>();
        foreach (var node in lines)
        {
            var line = node is null ? null : Line.Of(node);
            if (run.Count > 0 && (line is null || !line.IsShapedAs(run[0])))
            {
                if (SlipIn(run) is { } slip)
                    yield return slip;
                run.Clear();
            }

            if (line is not null)
                run.Add(line);
        }

        if (SlipIn(run) is { } last)
            yield return last;
    }

    private static Slip? SlipIn(List<Line> run)
    {
        if (run.Count < Fewest)
            return null;
        var varying = Enumerable.Range(0, run[0].Tokens.Count).Where(position => run.Exists(line => line.Tokens[position].Text != run[0].Tokens[position].Text)).ToList();
        if (varying.Count < 2)
            return null;
        var names = new Dictionary<string, Line>();
        Line? odd = null;
        foreach (var line in run)
        {
            var stem = Stem.Of(line.Tokens[varying[0]].ValueText);
            if (varying.TrueForAll(position => Stem.Of(line.Tokens[position].ValueText) == stem))
            {
                if (names.ContainsKey(stem))
                    return null;
                names.Add(stem, line);
            }
            else if (odd is not null)
            {
                return null;
            }
            else
            {
                odd = line;
            }
        }

        return odd is null ? null : SlipOf(odd, varying, names);
    }

    // One side has a name of its own, and the other one that of another line: that one was left behind.
    private static Slip? SlipOf(Line odd, List<int> varying, Dictionary<string, Line> names)
    {
        var first = Stem.Of(odd.Tokens[varying[0]].ValueText);
        var others = varying.Where(position => Stem.Of(odd.Tokens[position].ValueText) != first).ToList();
        var second = Stem.Of(odd.Tokens[others[0]].ValueText);
        if (others.Exists(position => Stem.Of(odd.Tokens[position].ValueText) != second))
            return null;
        return (names.TryGetValue(first, out var firstLine), names.TryGetValue(second, out var secondLine)) switch
        {
            (false, true) => new Slip(odd.Node, odd.Tokens[others[0]], first, secondLine!.Tokens[others[0]], IsFirst: false),
            (true, false) => new Slip(odd.Node, odd.Tokens[varying[0]], second, firstLine!.Tokens[varying[0]], IsFirst: true),
            _ => null,
        };
    }

    private sealed class Line(SyntaxNode node, List<SyntaxToken> tokens)
    {
        public SyntaxNode Node { get; } = node;

        public List<SyntaxToken> Tokens { get; } = tokens;

        public static Line? Of(SyntaxNode node)
        {
            var tokens = new List<SyntaxToken>();
            foreach (var token in node.DescendantTokens())
            {
                if (tokens.Count == MostTokens)
                    return null;
                tokens.Add(token);
            }

            return new Line(node, tokens);
        }

        public bool IsShapedAs(Line other)
        {
            if (Tokens.Count != other.Tokens.Count)
                return false;
            for (var index = 0; index < Tokens.Count; index++)
            {
                var (one, two) = (Tokens[index], other.Tokens[index]);
                if (one.RawKind != two.RawKind || (!one.IsKind(SyntaxKind.IdentifierToken) && one.Text != two.Text))
                    return false;
            }

            return true;
        }
    }
}

/// <summary>A name that breaks the pattern of a run of parallel lines.</summary>
/// <param name="Line">The line.</param>
/// <param name="Wrong">The name.</param>
/// <param name="Expected">The stem of the name that the pattern asks for.</param>
/// <param name="Copied">Where the wrong name is right.</param>
/// <param name="IsFirst">Whether it stands on the line's first side.</param>
internal sealed record Slip(SyntaxNode Line, SyntaxToken Wrong, string Expected, SyntaxToken Copied, bool IsFirst);
