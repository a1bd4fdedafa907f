using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>Where a family's secrets are looked for.</summary>
internal enum SecretPlace
{
    /// <summary>Anywhere: they cannot be taken for anything else.</summary>
    Anywhere,

    /// <summary>In the values of literals, which may hold text of another language: a connection string, JSON, a command line.</summary>
    Literals,

    /// <summary>In comments.</summary>
    Comments,

    /// <summary>In both.</summary>
    LiteralsAndComments,
}

/// <summary>One kind of secret, as data.</summary>
internal sealed record SecretFamily
{
    // Source code is a stranger's text: no pattern may keep us busy.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A family.</summary>
    /// <param name="name">Its name, as users see it.</param>
    /// <param name="pattern">What its secrets look like; where there is a group <c>secret</c>, only that is the secret.</param>
    /// <param name="place">Where to look.</param>
    public SecretFamily(string name, string pattern, SecretPlace place = SecretPlace.Anywhere)
    {
        Name = name;
        Place = place;
        Pattern = new Regex(pattern, Options, Deadline);
    }

    /// <summary>The name, as users see it.</summary>
    public string Name { get; }

    /// <summary>Where to look.</summary>
    public SecretPlace Place { get; }

    /// <summary>What the secrets look like.</summary>
    public Regex Pattern { get; }

    /// <summary>Whether what the pattern found is a secret; where the pattern alone cannot tell.</summary>
    public Func<string, bool> Accepts { get; init; } = static _ => true;

    /// <summary>Whether a hash looks the same: one that is called so is none.</summary>
    public bool MayBeHash { get; init; }

    /// <summary>The places of the family's secrets in a text.</summary>
    public IEnumerable<(int Start, int Length)> Find(string text) =>
        Pattern.Matches(text)
            .Select(match => match.Groups["secret"] is { Success: true } group ? group : (Group)match)
            .Where(secret => Accepts(secret.Value))
            .Select(secret => (secret.Index, secret.Length));
}
