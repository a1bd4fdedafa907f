using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>
/// Names a finding of the compiler or of somebody else's analyzer. It is made of syntax alone, so that a log entry and
/// the source file are enough to compute it again.
/// </summary>
/// <remarks>
/// The hash of these parts: ID, name of the file, declarations that enclose the place, tokens of the flagged
/// statement (or of the header, where the place is in none), position and number of the flagged tokens in it, ordinal
/// among equal statements of the member; for headers also the names that the message quotes, because one
/// declaration's name stands for several findings there (CS8618 for each field).
/// </remarks>
internal static class ForeignFingerprint
{
    /// <summary>The fingerprint of a diagnostic in a tree.</summary>
    public static string Of(Diagnostic diagnostic, SyntaxTree tree, CancellationToken cancellation) =>
        Of(
            diagnostic.Id,
            // Names are the same in every language; the rest of the message is not looked at.
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            PathText.NameOf(tree.FilePath),
            tree.GetRoot(cancellation),
            diagnostic.Location.SourceSpan,
            cancellation);

    /// <summary>The fingerprint of a finding of which a log tells.</summary>
    /// <param name="id">The diagnostic's ID.</param>
    /// <param name="message">Its message, in any language.</param>
    /// <param name="file">The name of the file.</param>
    /// <param name="root">The file's syntax.</param>
    /// <param name="span">The flagged span.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static string Of(string id, string message, string file, SyntaxNode root, TextSpan span, CancellationToken cancellation)
    {
        var place = FlaggedPlace.Of(root, span);
        var tokens = place.Tokens().ToList();
        var first = tokens.FindIndex(token => token.Span.End > span.Start);
        var flagged = tokens.Count(token => token.Span.OverlapsWith(span));
        return Fingerprint.Hash(
            id,
            file,
            DeclarationNames.Enclosing(place.Node),
            string.Join(" ", tokens.Select(token => token.Text)),
            first.ToString(CultureInfo.InvariantCulture),
            flagged.ToString(CultureInfo.InvariantCulture),
            place.Ordinal(cancellation).ToString(CultureInfo.InvariantCulture),
            place.IsHeader ? QuotedNames.In(message, place.Node) : string.Empty);
    }
}
