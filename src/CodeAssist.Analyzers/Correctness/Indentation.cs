using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>The white space that a line starts with, compared as it shows whatever the width of a tab.</summary>
internal readonly struct Indentation
{
    private const int NarrowestTab = 2;
    private const int WidestTab = 8;

    private readonly string _space;

    private Indentation(string space) => _space = space;

    /// <summary>The indentation of a token that is the first of its line; null where something else stands before it.</summary>
    public static Indentation? Of(SyntaxToken token, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(token.SpanStart);
        var space = text.ToString(TextSpan.FromBounds(line.Start, token.SpanStart));
        return space.All(character => character is ' ' or '\t') ? new Indentation(space) : null;
    }

    /// <summary>Whether both come out at the same column, however wide a tab is.</summary>
    public bool IsSameAs(Indentation other)
    {
        for (var tab = NarrowestTab; tab <= WidestTab; tab++)
        {
            if (Column(tab) != other.Column(tab))
                return false;
        }

        return true;
    }

    /// <summary>Whether this one comes out further to the right, however wide a tab is.</summary>
    public bool IsDeeperThan(Indentation other)
    {
        for (var tab = NarrowestTab; tab <= WidestTab; tab++)
        {
            if (Column(tab) <= other.Column(tab))
                return false;
        }

        return true;
    }

    private int Column(int tab)
    {
        var column = 0;
        foreach (var character in _space)
            column = character == '\t' ? column - (column % tab) + tab : column + 1;
        return column;
    }
}
