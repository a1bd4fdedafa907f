using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>What a name says of the literal that it is given: a password, perhaps a key, surely nothing secret, or nothing.</summary>
internal enum NameMeaning
{
    /// <summary>It says nothing.</summary>
    None,

    /// <summary>A password or another secret.</summary>
    Password,

    /// <summary>A key or token, or something harmless of that name.</summary>
    Key,

    /// <summary>Random characters that are no secret: a hash, a public key, a picture.</summary>
    Public,
}

/// <summary>Reads the name that stands before (or is compared with) a literal.</summary>
internal static partial class SecretName
{
    private const int Milliseconds = 2000;
    private const int Longest = 200;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly HashSet<string> Passwords = new(
        ["password", "passwords", "passwd", "passphrase", "passcode", "pwd", "secret", "secrets", "credential", "credentials"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Keys = new(
        ["token", "tokens", "apikey", "accesskey", "authkey", "privatekey", "signingkey", "masterkey", "sas", "pat", "pass", "jwt", "bearer"], StringComparer.OrdinalIgnoreCase);

    // Before "key".
    private static readonly HashSet<string> Qualifiers = new(
        ["api", "access", "account", "auth", "private", "signing", "encryption", "shared", "master", "storage", "subscription", "aes", "hmac", "license", "host", "function", "webhook", "service", "symmetric", "crypto"],
        StringComparer.OrdinalIgnoreCase);

    // What a secret's name ends in when the value only speaks of the secret.
    private static readonly HashSet<string> Tails = new(
        [
            "name", "names", "label", "url", "uri", "endpoint", "type", "path", "field", "property", "column", "parameter", "param", "header", "policy",
            "pattern", "regex", "format", "message", "title", "text", "hint", "error", "length", "prefix", "suffix", "provider", "scheme", "section", "file",
            "id", "ids", "index", "kind", "description", "placeholder", "caption", "mode", "source", "handler", "event", "route", "page", "view", "issuer",
            "audience", "claim", "identifier", "variable", "option", "question", "rule", "rules", "table", "set", "count", "status", "state", "store", "manager", "exception", "attribute", "version", "validator", "builder", "dialog",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> PublicWords = new(
        [
            "hash", "hashes", "sha", "sha1", "sha256", "sha384", "sha512", "md5", "digest", "checksum", "integrity", "etag", "thumbprint", "fingerprint",
            "public", "certificate", "cert", "modulus", "exponent", "image", "icon", "png", "gif", "jpg", "svg", "font", "picture", "bitmap", "logo",
            "alphabet", "charset", "chars", "characters", "guid", "uuid", "expected", "etags", "crc", "base64", "encoded", "compressed",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What is said of the literal between two places of a text.</summary>
    public static NameMeaning Of(string text, int start, int end)
    {
        var before = text[Math.Max(0, start - Longest)..start];
        if (Credential().IsMatch(before))
            return NameMeaning.Password;
        var meaning = MeaningOf(Before().Match(before).Groups["name"].Value);
        return meaning == NameMeaning.None
            ? MeaningOf(After().Match(text[end..Math.Min(text.Length, end + Longest)]).Groups["name"].Value)
            : meaning;
    }

    /// <summary>What is said of numbers or characters in braces: there a lone "key" is a key.</summary>
    public static bool IsKeyOfElements(string text, int start)
    {
        var match = BeforeElements().Match(text[Math.Max(0, start - Longest)..start]);
        return match.Success
            && (MeaningOf(match.Groups["name"].Value) is NameMeaning.Password or NameMeaning.Key
                || WordsOf(match.Groups["name"].Value) is [.., var last] && last.Equals("key", StringComparison.OrdinalIgnoreCase));
    }

    private static NameMeaning MeaningOf(string name)
    {
        var words = WordsOf(name);
        if (words.Count == 0)
            return NameMeaning.None;
        if (words.Any(PublicWords.Contains))
            return NameMeaning.Public;
        if (Tails.Contains(words[^1]))
            return NameMeaning.None;
        if (words.Any(Passwords.Contains))
            return NameMeaning.Password;
        return words.Any(Keys.Contains) || words.Zip(words.Skip(1)).Any(pair => pair.Second.Equals("key", StringComparison.OrdinalIgnoreCase) && Qualifiers.Contains(pair.First))
            ? NameMeaning.Key
            : NameMeaning.None;
    }

    private static List<string> WordsOf(string name) => [.. Word().Matches(name).Select(match => match.Groups["word"].Value)];

    [GeneratedRegex("(?<word>sha[0-9]+|md5|base64|[A-Z]+(?![a-z])|[A-Z]?[a-z]+)[0-9]*", Options, Milliseconds)]
    private static partial Regex Word();

    // name = , name == , name ??= , Name { get; } = , name: , "name"] = , "name", , {"name": , Name( , each before a
    // literal that may be decoded first.
    [GeneratedRegex(
        """(?<name>[A-Za-z_][\w:.-]{0,80})\\?["'\])]*\s{0,4}(\{[^{}"]{0,60}\}\s{0,4})?(\?\?=?|[!=]=|=>|[+]?=|:|,|\()\s{0,12}((new(\s+[\w.]+)?|[\w.]*(GetBytes|FromBase64String|FromHexString|SymmetricSecurityKey|NetworkCredential|AzureKeyCredential|ApiKeyCredential))\s?\(\s{0,12}){0,3}[(@$]{0,4}$""",
        Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Before();

    [GeneratedRegex("""^(u8)?\)?\s{0,4}([!=]=\s{0,4}|\.Equals\(\s{0,4})(?<name>[A-Za-z_][\w.]{0,80})""", Options, Milliseconds)]
    private static partial Regex After();

    // new NetworkCredential("user", and its like: the second argument.
    [GeneratedRegex("""\b(NetworkCredential|PSCredential|UsernamePasswordCredential|ClientSecretCredential|ClientCredential|BasicAuthenticationCredential|BasicAWSCredentials)\s?\(([^()]{0,150},)\s{0,12}[@$]{0,3}$""", Options, Milliseconds)]
    private static partial Regex Credential();

    [GeneratedRegex("""(?<name>[A-Za-z_]\w{0,80})\s{0,4}(\{[^{}"]{0,60}\}\s{0,4})?(=>?|:)\s{0,8}(new\s{0,2}\w{0,8}\s{0,2}\[[^\]]{0,10}\])?\s{0,12}[{\[]\s{0,40}$""", Options, Milliseconds)]
    private static partial Regex BeforeElements();
}
