using System.Text;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// Notices a model that has fallen into a loop, which small ones do: the last characters of the reply are one piece
/// over and over again. Without it, the loop is paid for until the limit of tokens.
/// </summary>
internal sealed class RepetitionWatch
{
    // Longer than any repetitive code of one member, shorter than half of the usual reply's limit.
    private const int Window = 3072;

    private const int Step = 512;

    // The piece must come at least this often in the window.
    private const int LeastRepeats = 12;

    private readonly StringBuilder _tail = new();
    private int _unseen;

    /// <summary>Takes the next part of the reply; true where the reply only repeats itself.</summary>
    public bool IsEndless(string content)
    {
        _tail.Append(content);
        _unseen += content.Length;
        if (_tail.Length < Window || _unseen < Step)
            return false;
        _unseen = 0;
        _tail.Remove(0, _tail.Length - Window);
        return Period(_tail.ToString()) <= Window / LeastRepeats;
    }

    // The shortest period, by the failure function of Knuth, Morris and Pratt.
    private static int Period(string text)
    {
        var borders = new int[text.Length];
        for (var i = 1; i < text.Length; i++)
        {
            var border = borders[i - 1];
            while (border > 0 && text[i] != text[border])
                border = borders[border - 1];
            borders[i] = text[i] == text[border] ? border + 1 : border;
        }

        return text.Length - borders[^1];
    }
}
