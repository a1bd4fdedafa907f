using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>A place of a secret.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Family">What kind of secret it is.</param>
internal readonly record struct FoundSecret(int Start, int Length, string Family)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}

/// <summary>Finds the secrets of a text: by their own looks, by the names they are given, and by chance that is too great.</summary>
internal static partial class SecretFinder
{
    private const string Password = "password-assignment";
    private const string Key = "key-assignment";
    private const string Bytes = "key-bytes";

    /// <summary>The places of secrets in the order of the text; none overlap.</summary>
    public static ImmutableArray<FoundSecret> Find(string text)
    {
        var found = new List<FoundSecret>();
        foreach (var family in SecretFamilies.All)
        {
            if (family.Place == SecretPlace.Anywhere)
                found.AddRange(family.Find(text).Select(place => new FoundSecret(place.Start, place.Length, family.Name)));
        }

        var source = SourceText.Of(text);
        foreach (var literal in source.Literals)
        {
            found.AddRange(InValue(text, literal, literal.IsEncoded));
            found.AddRange(ByName(text, literal));
        }

        foreach (var run in LiteralRuns.Of(text, source.Literals))
            found.AddRange(InPieces(run));

        foreach (var (literal, isKey) in ElementRuns.Of(text))
        {
            found.AddRange(InValue(text, literal, isEncoded: true));
            found.AddRange(isKey ? WholeOf(literal, Bytes) : ByChance(literal));
        }

        foreach (var (start, length) in source.Comments)
        {
            var comment = text.Substring(start, length);
            found.AddRange(RandomText.Find(comment).Select(place => new FoundSecret(start + place.Start, place.Length, RandomText.Family)));
            foreach (var family in SecretFamilies.All)
            {
                if (family.Place is SecretPlace.Comments or SecretPlace.LiteralsAndComments)
                    found.AddRange(family.Find(comment).Select(place => new FoundSecret(start + place.Start, place.Length, family.Name)));
            }
        }

        return Merged(text, found);
    }

    /// <summary>Whether a private key begins in the text that ends elsewhere: what is not seen whole cannot be replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">What was found in it.</param>
    public static bool HasHalfAKey(string text, ImmutableArray<FoundSecret> found) =>
        PrivateKeyHead().Matches(text).Any(head => !found.Any(secret => secret.Start <= head.Index && secret.End > head.Index));

    private static IEnumerable<FoundSecret> InValue(string text, SourceLiteral literal, bool isEncoded)
    {
        foreach (var family in SecretFamilies.All)
        {
            // What stands in the text as it is was found there.
            if (family.Place == SecretPlace.Comments || (family.Place == SecretPlace.Anywhere && !isEncoded))
                continue;
            if (family.MayBeHash && LiteralName.MeaningOf(text, literal.Start, literal.End) == NameMeaning.Public)
                continue;
            foreach (var (start, length) in family.Find(literal.Value))
            {
                foreach (var part in literal.PartsOf(start, length))
                    yield return new FoundSecret(part.Start, part.Length, family.Name);
            }
        }
    }

    private static IEnumerable<FoundSecret> InPieces(SourceLiteral run) =>
        from family in SecretFamilies.All
        where family.Place == SecretPlace.Anywhere
        from place in family.Find(run.Value)
        from piece in LiteralRuns.PiecesOf(run, place.Start, place.Length)
        select new FoundSecret(piece.Start, piece.Length, family.Name);

    private static IEnumerable<FoundSecret> ByName(string text, SourceLiteral literal)
    {
        if (literal.Value.Length == 0)
            return [];
        if (LiteralName.PasswordOfPair(text, literal) is { } secret)
            return literal.PartsOf(secret, literal.Value.Length - secret).Select(part => new FoundSecret(part.Start, part.Length, Password));
        if (EncodedText.Of(literal.Value) is { } decoded)
            return EncodedText.FamilyIn(decoded) is { } family ? WholeOf(literal, family) : [];
        var meaning = LiteralName.MeaningOf(text, literal.Start, literal.End);
        var whole = !literal.Value.Contains("{}", StringComparison.Ordinal);
        return meaning switch
        {
            NameMeaning.Password when whole && SecretValue.IsPassword(literal.Value) => WholeOf(literal, Password),
            NameMeaning.Key when whole && SecretValue.IsKey(literal.Value) => WholeOf(literal, Key),
            NameMeaning.Public => [],
            _ => ByChance(literal),
        };
    }

    private static IEnumerable<FoundSecret> ByChance(SourceLiteral literal) =>
        RandomText.Find(literal.Value)
            .SelectMany(place => literal.PartsOf(place.Start, place.Length))
            .Select(part => new FoundSecret(part.Start, part.Length, RandomText.Family));

    private static IEnumerable<FoundSecret> WholeOf(SourceLiteral literal, string family) =>
        literal.PartsOf(0, literal.Value.Length).Select(part => new FoundSecret(part.Start, part.Length, family));

    /// <summary>With every other place of secrets that are known, such as a comment: no pattern knows those.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">What was found in it.</param>
    /// <param name="known">What was found anywhere, long enough not to occur by chance.</param>
    public static ImmutableArray<FoundSecret> Spread(string text, ImmutableArray<FoundSecret> found, IEnumerable<(string Secret, string Family)> known)
    {
        var all = new List<FoundSecret>(found);
        foreach (var (secret, family) in known)
        {
            for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal))
                all.Add(new FoundSecret(at, secret.Length, family));
        }

        return Merged(text, all);
    }

    // Of two that overlap nothing may stay, so they are one; it is named after the first, at the same place the longer.
    private static ImmutableArray<FoundSecret> Merged(string text, List<FoundSecret> found)
    {
        var merged = ImmutableArray.CreateBuilder<FoundSecret>();
        foreach (var secret in found.Select(secret => WithDigits(text, secret)).OrderBy(secret => secret.Start).ThenByDescending(secret => secret.Length))
        {
            if (merged.Count > 0 && secret.Start < merged[^1].End)
                merged[^1] = merged[^1] with { Length = Math.Max(merged[^1].End, secret.End) - merged[^1].Start };
            else
                merged.Add(secret);
        }

        return merged.ToImmutable();
    }

    // A digit behind a placeholder would be read as part of its number.
    private static FoundSecret WithDigits(string text, FoundSecret secret)
    {
        var end = secret.End;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return secret with { Length = end - secret.Start };
    }

    // With the beginning of a key behind it: code may well speak of the head alone.
    [GeneratedRegex("""-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----[\s\\rn"+$@]{0,80}(MII|[A-Za-z0-9+/=]{24})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PrivateKeyHead();
}
