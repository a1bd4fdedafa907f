using System.Collections.Concurrent;

namespace CodeAssist.CodeFixes.Model;

/// <summary>Passes a line on the first time only: hosts ask for the same diagnostic more than once.</summary>
internal sealed class SaidOnce(Action<string> say)
{
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>Says a line that was not said before.</summary>
    public void Say(string line)
    {
        if (_said.TryAdd(line, true))
            say(line);
    }
}
