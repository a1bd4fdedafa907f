using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>Finds the name that a literal is given: the one it is assigned to, compared with, returned by, chosen for.</summary>
internal static partial class LiteralName
{
    private const int Milliseconds = 2000;
    private const int Longest = 200;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // What decodes a literal on its way to where it is used.
    private const string Decoders = """((new(\s+[\w.]+)?|[\w.]*(GetBytes|FromBase64String|FromHexString|SymmetricSecurityKey|NetworkCredential|AzureKeyCredential|ApiKeyCredential))\s?\(\s{0,12}){0,3}""";

    private const string Name = """(?<name>[A-Za-z_\u4E00-\u9FFF][\w:.-]{0,80})""";

    /// <summary>What is said of the literal between two places of a text.</summary>
    public static NameMeaning MeaningOf(string text, int start, int end)
    {
        var before = text[Math.Max(0, start - Longest)..start];
        if (SecondArgument().IsMatch(before) || FirstArgument().IsMatch(before))
            return NameMeaning.Password;
        var after = text[end..Math.Min(text.Length, end + Longest)];
        return Names(before, after).Select(SecretName.MeaningOf).FirstOrDefault(meaning => meaning != NameMeaning.None);
    }

    /// <summary>Whether numbers or characters in braces, which start at a place, are given the name of a key.</summary>
    public static bool IsKeyOfElements(string text, int start) =>
        SecretName.IsKeyOfElements(BeforeElements().Match(text[Math.Max(0, start - Longest)..start]).Groups["name"].Value);

    /// <summary>Where the password of <c>user:password</c> starts in a literal that becomes a header of basic authentication; null elsewhere.</summary>
    public static int? PasswordOfPair(string text, SourceLiteral literal) =>
        BasicHeader().IsMatch(text[Math.Max(0, literal.Start - Longest)..literal.Start])
        && literal.Value.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && colon + 1 < literal.Value.Length ? colon + 1 : null;

    private static IEnumerable<string> Names(string before, string after)
    {
        yield return Before().Match(before).Groups["name"].Value;
        yield return Chosen().Match(before).Groups["name"].Value;
        yield return Returned().Match(before).Groups["name"].Value;
        yield return Switched().Match(before).Groups["name"].Value;
        yield return Listed().Match(before).Groups["name"].Value;
        yield return Configured().Match(before).Groups["name"].Value;
        yield return OfTuple(before);
        yield return After().Match(after).Groups["name"].Value;
        if (Compared().IsMatch(before))
            yield return SecondOfTwo().Match(after).Groups["name"].Value;
    }

    // (user, password) = ("shop", and (string User, string Password) login = ("shop",
    private static string OfTuple(string before)
    {
        var tuple = Tuple().Match(before);
        var names = tuple.Groups["names"].Value.Split(',');
        var index = tuple.Groups["before"].Value.Count(character => character == ',');
        return tuple.Success && index < names.Length ? names[index].Trim().Split(' ')[^1] : string.Empty;
    }

    // name = , name == , name ??= , name is , Name { get; } = , name: , "name"] = , "name", , {"name": , Name( , each before
    // a literal that may be decoded first.
    [GeneratedRegex(Name + """\\?["'\])]*\s{0,4}(\{[^{}"]{0,60}\}\s{0,4})?(\?\?=?|[!=]=|=>|[+]?=|\bis(\s+not)?\s|:|,|\()\s{0,12}""" + Decoders + """[(@$]{0,4}$""", Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Before();

    // name = condition ? , name = condition ? other :
    [GeneratedRegex(Name + """\s{0,4}(=|=>)(?![=>])\s{0,4}[^;{}]{1,120}\s\?\s{1,40}([^;{}?]{1,100}\s:\s{1,40})?""" + Decoders + """[@$]{0,3}$""", Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Chosen();

    // Name() => , Name() { return , Name { get { return
    [GeneratedRegex(Name + """\s{0,4}(\([^()]{0,80}\)\s{0,20}(=>\s{0,12}|\{\s{0,40}return\s{1,4})|\{\s{0,20}get\s{0,20}(=>|\{\s{0,40}return)\s{0,12})[@$]{0,3}$""", Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Returned();

    // name switch { , switch (name) { case
    [GeneratedRegex(Name + """(\s{1,20}switch\s{0,20}\{\s{0,40}|\s?\)\s{0,20}\{\s{0,40}case\s{1,4})@?$""", Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Switched();

    // names = { "one", , names = ["one",
    [GeneratedRegex(Name + """\s{0,4}(=>?|:)\s{0,8}(new\s?[\w<>]{0,40}\s?(\[\])?\s?)?\s{0,12}[{\[]\s{0,40}([^{}\[\]]{1,120},\s{0,40})?[@$]{0,3}$""", Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Listed();

    // (x => x.Name).HasDefaultValue( , Add("--name"); list.Add(
    [GeneratedRegex(Name + """(\s?\)\s{0,20}\.\w{0,20}(Value|Default)\w{0,20}\(|"\)\s{0,4};\s{0,20}[\w.]{1,60}\.Add\()\s{0,12}[@$]{0,3}$""", Options | RegexOptions.RightToLeft, Milliseconds)]
    private static partial Regex Configured();

    [GeneratedRegex("""\((?<names>[\w\s,.?<>]{3,120})\)\s{0,4}(\w{1,40}\s{0,4})?=\s{0,4}\((?<before>[^()]{0,80})[@$]{0,3}$""", Options, Milliseconds)]
    private static partial Regex Tuple();

    // == name, .Equals(name), and of a text that is added to a secure string: ) name.AppendChar(
    [GeneratedRegex("""^(u8)?\)?\s{0,4}([!=]=\s{0,4}(?<name>[A-Za-z_][\w.]{0,80})|\.Equals\(\s{0,4}(?<name>[A-Za-z_][\w.]{0,80})|\{?\s{0,20}(?<name>[A-Za-z_][\w.]{0,80})\.AppendChar\()""", Options, Milliseconds)]
    private static partial Regex After();

    // Assert.Equal("expected", name)
    [GeneratedRegex("""\b(Equals?|AreEqual|Same|Compare)\(\s{0,12}[@$]{0,3}$""", Options, Milliseconds)]
    private static partial Regex Compared();

    [GeneratedRegex("""^(u8)?,\s{0,12}(?<name>[A-Za-z_][\w.]{0,80})""", Options, Milliseconds)]
    private static partial Regex SecondOfTwo();

    // new NetworkCredential("user", and its like: the second argument.
    [GeneratedRegex("""\b(NetworkCredential|PSCredential|UsernamePasswordCredential|ClientSecretCredential|ClientCredential|BasicAuthenticationCredential|BasicAWSCredentials|PasswordAuthenticationMethod|PrivateKeyFile|X509Certificate2?|LoadPkcs12(FromFile)?|CreateCredential|With(Basic)?Credentials|(Authenticate|Log[Ii]n|LogOn|SignIn)(Async)?)\s?\(([^()]{0,150},)\s{0,12}[@$]{0,3}$""", Options, Milliseconds)]
    private static partial Regex SecondArgument();

    // What makes a key of its first argument.
    [GeneratedRegex("""\b(Rfc2898DeriveBytes(\.Pbkdf2)?|PasswordDeriveBytes|HMAC(MD5|SHA[0-9]{1,3})(\.HashData)?|SymmetricSecurityKey)\s?\(\s{0,12}""" + Decoders + """[@$]{0,3}$""", Options, Milliseconds)]
    private static partial Regex FirstArgument();

    [GeneratedRegex("""\b[Bb]asic\b[^;]{0,150}GetBytes\(\s{0,12}[@$]{0,3}$""", Options, Milliseconds)]
    private static partial Regex BasicHeader();

    [GeneratedRegex("""(?<name>[A-Za-z_]\w{0,80})\s{0,4}(\{[^{}"]{0,60}\}\s{0,4})?(=>?|:)\s{0,8}((new|stackalloc)\s{0,2}\w{0,8}\s{0,2}\[[^\]]{0,10}\])?\s{0,12}[{\[]\s{0,40}$""", Options, Milliseconds)]
    private static partial Regex BeforeElements();
}
