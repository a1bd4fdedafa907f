using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Context;

/// <summary>
/// What a team wrote down about its code, as a quotation for a prompt: a repository's text, and so data. Only a file of the repository itself is
/// quoted: none behind a link, none that the repository keeps from models.
/// </summary>
internal static class TeamConventions
{
    /// <summary>The most tokens of a quotation, by <see cref="TokenEstimator"/>.</summary>
    public const int MostTokens = 400;

    // More than the quotation can hold in any language.
    private const int MostCharacters = 8192;

    /// <summary>The quotation and its file; null where there is none.</summary>
    public static async Task<(string Text, string File)?> QuoteAsync(Document document, PromptSettings settings, FileRefusal? refusal, CancellationToken cancellation)
    {
        if (settings.Conventions is not { } name || !PromptSettings.IsBelowRoot(name) || RootOf(document.FilePath) is not { } root)
            return null;
        var file = Path.GetFullPath(Path.Combine(root, name));
        if (RepositoryLimits.Excludes(document.Project, file) || (refusal is not null && await refusal(file, cancellation).ConfigureAwait(false) is not null))
            return null;
        var heading = "\n" + Messages.GetIn(settings.Culture, "PromptConventions", name) + "\n";
        return Read(file, root) is { } text && Quoted(text, MostTokens - TokenEstimator.Estimate(heading)) is { Length: > 0 } quoted ? (heading + quoted, file) : null;
    }

    // The repository's folder; without one there is no team.
    private static string? RootOf(string? path)
    {
        try
        {
            for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                var mark = Path.Combine(folder, ".git");
                if (Directory.Exists(mark) || File.Exists(mark))
                    return folder;
            }
        }
        catch (ArgumentException)
        {
            // A document's path may be a name of its host's that is no path.
        }

        return null;
    }

    private static string? Read(string file, string root)
    {
        try
        {
            for (var path = file; path is not null && path.Length > root.Length; path = Path.GetDirectoryName(path))
            {
                if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
                    return null;
            }

            using var reader = new StreamReader(file, Encoding.UTF8);
            var buffer = new char[MostCharacters];
            return new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    // Whole lines, each marked as quoted: no line can look like the prompt's own.
    private static string Quoted(string text, int limit)
    {
        var quoted = new StringBuilder();
        foreach (var line in text.Split('\n').Select(Visible).Where(line => line.Length > 0))
        {
            var next = "> " + line + "\n";
            limit -= TokenEstimator.Estimate(next);
            if (limit < 0)
                break;
            quoted.Append(next);
        }

        return quoted.ToString();
    }

    // What a reader of the file cannot see, the model must not see either.
    private static string Visible(string line) => new string([.. line.Where(character =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))]).Trim();
}
