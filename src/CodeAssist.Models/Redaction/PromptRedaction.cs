using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>
/// A prompt with placeholders in place of its secrets, and the way back. The same secret has the same placeholder in
/// every message, and the same prompt is always redacted in the same way.
/// </summary>
public sealed class PromptRedaction
{
    private const string Name = "CODEASSIST_SECRET";

    // Shorter values occur in code by chance; they are replaced only where a pattern found them.
    private const int LeastSpreading = 8;

    private readonly string _prefix;
    private readonly ImmutableArray<string> _secrets;

    private PromptRedaction(string prefix, ImmutableArray<string> secrets, ImmutableArray<string> families, ImmutableArray<string> texts, string? problem)
    {
        _prefix = prefix;
        _secrets = secrets;
        Texts = texts;
        Problem = problem;
        Secrets = [.. families.Select((family, index) => new RedactedSecret(Placeholder(prefix, index), family))];
    }

    /// <summary>The messages as they may leave the machine; empty where there is a problem.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The different secrets that were replaced: by what, and why.</summary>
    public ImmutableArray<RedactedSecret> Secrets { get; }

    /// <summary>How many different secrets were replaced.</summary>
    public int Count => _secrets.Length;

    /// <summary>Why the prompt must not leave, in one line; null where it may.</summary>
    public string? Problem { get; }

    /// <summary>Redacts a prompt.</summary>
    /// <param name="texts">The messages' texts.</param>
    public static PromptRedaction Of(ImmutableArray<string> texts)
    {
        try
        {
            ImmutableArray<ImmutableArray<FoundSecret>> found = [.. texts.Select(SecretFinder.Find)];
            var known = texts.Zip(found)
                .SelectMany(pair => pair.Second.Select(place => (Secret: pair.First.Substring(place.Start, place.Length), place.Family)))
                .Where(secret => secret.Secret.Length >= LeastSpreading)
                .Distinct()
                .ToList();
            found = [.. texts.Zip(found, (text, places) => SecretFinder.Spread(text, places, known))];
            return texts.Zip(found).Any(pair => SecretFinder.HasHalfAKey(pair.First, pair.Second)) ? Refused("HalfAKey") : Redact(texts, found);
        }
        catch (RegexMatchTimeoutException)
        {
            return Refused("RedactionSlow");
        }
    }

    /// <summary>A reply with the secrets back in place; null where it holds a placeholder that stands for none.</summary>
    public string? Restore(string reply)
    {
        if (_secrets.IsEmpty)
            return reply;
        var restored = Regex.Replace(
            reply,
            Regex.Escape(_prefix) + @"_(?<number>[0-9]{1,6})(?![0-9])",
            match => SecretOf(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)) ?? match.Value,
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(2));
        // What is left is a placeholder that the model made up or misspelled: in code, it would be a wrong secret.
        return restored.Contains(_prefix, StringComparison.OrdinalIgnoreCase) ? null : restored;
    }

    private static PromptRedaction Refused(string reason) => new(Name, [], [], [], Messages.Get(reason));

    private static PromptRedaction Redact(ImmutableArray<string> texts, ImmutableArray<ImmutableArray<FoundSecret>> found)
    {
        var secrets = ImmutableArray.CreateBuilder<string>();
        var families = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, place) in texts.Zip(found).SelectMany(pair => pair.Second.Select(place => (pair.First, place))))
        {
            var secret = text.Substring(place.Start, place.Length);
            if (secrets.Contains(secret))
                continue;
            secrets.Add(secret);
            families.Add(place.Family);
        }

        if (secrets.Count == 0)
            return new PromptRedaction(Name, [], [], texts, null);
        var prefix = UnusedPrefix(texts);
        var all = secrets.ToImmutable();
        return new PromptRedaction(prefix, all, families.ToImmutable(), [.. texts.Zip(found, (text, places) => Replace(text, places, all, prefix))], null);
    }

    private static string Replace(string text, ImmutableArray<FoundSecret> places, ImmutableArray<string> secrets, string prefix)
    {
        var redacted = new StringBuilder(text.Length);
        var position = 0;
        foreach (var place in places)
        {
            redacted.Append(text, position, place.Start - position).Append(Placeholder(prefix, secrets.IndexOf(text.Substring(place.Start, place.Length))));
            position = place.End;
        }

        return redacted.Append(text, position, text.Length - position).ToString();
    }

    private static string Placeholder(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{index + 1}");

    // Code that speaks of such placeholders itself (ours does) must not be taken for one.
    private static string UnusedPrefix(ImmutableArray<string> texts)
    {
        var prefix = Name;
        for (var i = 2; texts.Any(text => text.Contains(prefix, StringComparison.OrdinalIgnoreCase)); i++)
            prefix = string.Create(CultureInfo.InvariantCulture, $"{Name}_X{i}");
        return prefix;
    }

    private string? SecretOf(int number) => number >= 1 && number <= _secrets.Length ? _secrets[number - 1] : null;
}

/// <summary>A secret that was replaced.</summary>
/// <param name="Placeholder">What stands in its place.</param>
/// <param name="Family">What kind of secret it was taken for.</param>
public sealed record RedactedSecret(string Placeholder, string Family);
