using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CodeAssist.Repair.Guides;

/// <summary>
/// A change of the flagged code that a repair may make although its kind may not change freely: one effect in the
/// place of another. In the patterns, <c>*</c> stands for anything, <c>{name}</c> for an identifier and <c>{name.}</c>
/// for a dotted one, which are the same on both sides; <c>{name*}</c> is any text that is the same on both sides.
/// </summary>
/// <param name="Kind">The kind of both effects.</param>
/// <param name="From">What may vanish; empty where nothing need vanish.</param>
/// <param name="To">What may come in its place; empty where it may just go.</param>
public sealed record EffectSwap(EffectKinds Kind, string From, string To)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>One call in the place of another; a constructor is <c>new</c> and its name.</summary>
    public static EffectSwap Call(string from, string to) => new(EffectKinds.Call, from, to);

    /// <summary>One operator in the place of another.</summary>
    public static EffectSwap Operator(string from, string to) => new(EffectKinds.Operator, from, to);

    /// <summary>One literal in the place of another: its type and its value.</summary>
    public static EffectSwap Literal(string from, string to) => new(EffectKinds.Literal, from, to);

    /// <summary>One variable or member read in the place of another.</summary>
    public static EffectSwap Read(string from, string to) => new(EffectKinds.Read, from, to);

    /// <summary>One target of an assignment in the place of another.</summary>
    public static EffectSwap Write(string from, string to) => new(EffectKinds.Write, from, to);

    /// <summary>Whether an effect's text may vanish by itself.</summary>
    internal bool MayVanish(string text) => To.Length == 0 && From.Length > 0 && Pattern(From).IsMatch(text);

    /// <summary>Whether an effect's text may appear by itself.</summary>
    internal bool MayAppear(string text) => From.Length == 0 && Pattern(To).IsMatch(text);

    /// <summary>Whether one text may become another.</summary>
    internal bool MayBecome(string before, string after)
    {
        if (From.Length == 0 || To.Length == 0 || Pattern(From).Match(before) is not { Success: true } old || Pattern(To).Match(after) is not { Success: true } now)
            return false;
        foreach (var name in Pattern(From).GetGroupNames())
        {
            if (!char.IsDigit(name[0]) && now.Groups[name] is { Success: true } group && group.Value != old.Groups[name].Value)
                return false;
        }

        return true;
    }

    private static Regex Pattern(string pattern) => Patterns.GetOrAdd(pattern, Compile);

    private static Regex Compile(string pattern)
    {
        var expression = Regex.Replace(Regex.Escape(pattern).Replace("}", @"\}"), @"\\\{(\w+)(\\\.|\\\*)?\\\}|\\\*", Part);
        return new Regex("^" + expression + "$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }

    private static string Part(Match match)
    {
        if (!match.Groups[1].Success)
            return ".*";
        var characters = match.Groups[2].Value switch { @"\." => @"[\w.]+", @"\*" => ".*?", _ => @"\w+" };
        return $"(?<{match.Groups[1].Value}>{characters})";
    }
}
