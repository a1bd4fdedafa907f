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

/// <summary>Reads what a name says of its value.</summary>
internal static partial class SecretName
{
    private static readonly HashSet<string> Passwords = new(
        ["password", "passwords", "passwd", "passphrase", "passcode", "psk", "passwort", "kennwort", "pwd", "secret", "secrets", "credential", "credentials"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Keys = new(
        ["token", "tokens", "apikey", "accesskey", "authkey", "privatekey", "signingkey", "masterkey", "sas", "pat", "pass", "pw", "psw", "pin", "jwt", "bearer"], StringComparer.OrdinalIgnoreCase);

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
            "audience", "claim", "identifier", "variable", "option", "question", "rule", "rules", "table", "set", "count", "status", "state", "store", "manager", "exception", "attribute", "version", "validator", "builder", "dialog", "method",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> PublicWords = new(
        [
            "hash", "hashes", "sha", "sha1", "sha256", "sha384", "sha512", "md5", "digest", "checksum", "integrity", "etag", "thumbprint", "fingerprint",
            "public", "certificate", "cert", "modulus", "exponent", "image", "icon", "png", "gif", "jpg", "svg", "font", "picture", "bitmap", "logo",
            "alphabet", "charset", "chars", "characters", "guid", "uuid", "expected", "etags", "crc", "base64", "encoded", "compressed",
        ],
        StringComparer.OrdinalIgnoreCase);

    // People write them without blanks between words, and in front of and behind others.
    private static readonly string[] ChinesePasswords = ["密码", "口令", "密钥", "秘钥", "密鑰"];

    /// <summary>What a name says; one that is empty says nothing.</summary>
    public static NameMeaning MeaningOf(string name)
    {
        if (ChinesePasswords.Any(word => name.EndsWith(word, StringComparison.Ordinal)))
            return NameMeaning.Password;
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

    /// <summary>Whether a list of bytes of this name is a key: there a lone "key" is one.</summary>
    public static bool IsKeyOfElements(string name) =>
        MeaningOf(name) is NameMeaning.Password or NameMeaning.Key
        || WordsOf(name) is [.., var last] && last.Equals("key", StringComparison.OrdinalIgnoreCase);

    private static List<string> WordsOf(string name) => [.. Word().Matches(name).Select(match => match.Groups["word"].Value)];

    [GeneratedRegex("(?<word>sha[0-9]+|md5|base64|[A-Z]+(?![a-z])|[A-Z]?[a-z]+)[0-9]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Word();
}
