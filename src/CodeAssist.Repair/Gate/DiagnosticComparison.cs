using System.Globalization;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// Tells new diagnostics from old ones: by ID, message and count through the position map, so that code that was
/// already red stays usable, and a diagnostic that only moved inside the changed code is not taken for an old one
/// that stands elsewhere.
/// </summary>
internal static class DiagnosticComparison
{
    /// <summary>The diagnostics of <paramref name="after"/> that have no partner in <paramref name="before"/>, in order of position.</summary>
    /// <param name="before">The diagnostics before the edit.</param>
    /// <param name="after">The diagnostics after the edit.</param>
    /// <param name="editedPath">The path of the edited file; positions in other files did not move.</param>
    /// <param name="tokens">The tokens of the edited file that survive.</param>
    public static IReadOnlyList<Diagnostic> New(
        IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after, string editedPath, TokenMap tokens)
    {
        // At a token that survives, a diagnostic must have been there before; in new code it may be one that stood in
        // the code that it replaces.
        var atPlace = new Dictionary<(string Id, string Message, string Path, int Start), int>();
        var inReplaced = new Dictionary<(string Id, string Message), int>();
        foreach (var diagnostic in before)
        {
            var (id, message, path, start) = Key(diagnostic);
            if (path != editedPath)
                Add(atPlace, (id, message, path, start));
            else if (tokens.ToNew(start) is { } moved)
                Add(atPlace, (id, message, path, moved));
            else
                Add(inReplaced, (id, message));
        }

        var added = new List<Diagnostic>();
        foreach (var diagnostic in after.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var key = Key(diagnostic);
            var survives = key.Path != editedPath || tokens.ToOld(key.Start) is not null;
            if (!Take(atPlace, key) && (survives || !Take(inReplaced, (key.Id, key.Message))))
                added.Add(diagnostic);
        }

        return added;
    }

    private static (string Id, string Message, string Path, int Start) Key(Diagnostic diagnostic) => (
        diagnostic.Id,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        diagnostic.Location.SourceTree?.FilePath ?? string.Empty,
        diagnostic.Location.IsInSource ? diagnostic.Location.SourceSpan.Start : -1);

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        counts.TryGetValue(key, out var count);
        counts[key] = count + 1;
    }

    private static bool Take<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var count) || count == 0)
            return false;
        counts[key] = count - 1;
        return true;
    }
}
