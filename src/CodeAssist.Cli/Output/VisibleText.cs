namespace CodeAssist.Cli.Output;

/// <summary>
/// Makes text of others fit for a terminal: source, names of files and what a model wrote are data, and must neither
/// steer the terminal nor show in another order than they stand in.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text with a replacement character for each that steers; tabs and line feeds stay.</summary>
    public static string Of(string text) =>
        text.Any(Steers) ? string.Concat(text.Select(character => Steers(character) ? '\uFFFD' : character)) : text;

    /// <summary>Whether a character is a control other than a tab or line feed, or one of Unicode's Bidi_Control.</summary>
    public static bool Steers(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\n'))
        || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
