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

    private PromptRedaction(string prefix, ImmutableArray<string> secrets, ImmutableArray<string> texts, string? problem)
    {
        _prefix = prefix;
        _secrets = secrets;
        Texts = texts;
        Problem = problem;
    }

    /// <summary>The messages as they may leave the machine; empty where there is a problem.</summary>
    public ImmutableArray<string> Texts { get; }

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
            return texts.Any(HasHalfAKey) ? Refused("HalfAKey") : Redact(texts);
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

    private static PromptRedaction Refused(string reason) => new(Name, [], [], Messages.Get(reason));

    private static PromptRedaction Redact(ImmutableArray<string> texts)
    {
        var secrets = ImmutableArray.CreateBuilder<string>();
        foreach (var secret in texts.SelectMany(text => Spans(text).Select(span => text.Substring(span.Start, span.Length))))
        {
            if (!secrets.Contains(secret))
                secrets.Add(secret);
        }

        if (secrets.Count == 0)
            return new PromptRedaction(Name, [], texts, null);
        var prefix = UnusedPrefix(texts);
        var found = secrets.ToImmutable();
        return new PromptRedaction(prefix, found, [.. texts.Select(text => Replace(text, found, prefix))], null);
    }

    private static string Replace(string text, ImmutableArray<string> secrets, string prefix)
    {
        var redacted = new StringBuilder(text.Length);
        var position = 0;
        foreach (var (start, length) in Spans(text))
        {
            redacted.Append(text, position, start - position).Append(Placeholder(prefix, secrets.IndexOf(text.Substring(start, length))));
            position = start + length;
        }

        redacted.Append(text, position, text.Length - position);
        // The same secret in a place that no pattern knows, such as a comment. Longer ones first: one may hold another.
        foreach (var (secret, index) in secrets.Select((secret, index) => (secret, index)).OrderByDescending(pair => pair.secret.Length))
        {
            if (secret.Length >= LeastSpreading)
                redacted.Replace(secret, Placeholder(prefix, index));
        }

        return redacted.ToString();
    }

    private static string Placeholder(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{index + 1}");

    // The places of secrets in the order of the text, without overlaps: of two that do, the earlier and longer wins.
    private static List<(int Start, int Length)> Spans(string text)
    {
        var matches = SecretPatterns.Anywhere.SelectMany(pattern => pattern.Matches(text))
            .Select(match => match.Groups["secret"] is { Success: true } group ? (Start: group.Index, group.Length) : (Start: match.Index, match.Length))
            .Concat(SecretPatterns.Literal().Matches(text).SelectMany(InConnectionString))
            .OrderBy(span => span.Start).ThenByDescending(span => span.Length);
        var spans = new List<(int Start, int Length)>();
        foreach (var span in matches)
        {
            if (spans.Count == 0 || span.Start >= spans[^1].Start + spans[^1].Length)
                spans.Add(span);
        }

        return spans;
    }

    private static IEnumerable<(int Start, int Length)> InConnectionString(Match literal) =>
        SecretPatterns.ConnectionString().Matches(literal.Value)
            .Select(match => match.Groups["secret"])
            .Select(secret => (literal.Index + secret.Index, secret.Length));

    private static bool HasHalfAKey(string text) =>
        SecretPatterns.PrivateKeyHead().Count(text) > SecretPatterns.Anywhere[0].Count(text);

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
