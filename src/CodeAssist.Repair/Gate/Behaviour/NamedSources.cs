using System.Text.RegularExpressions;
using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// Of a diagnostic that nobody described, the message says what takes the place of what: a call or a member that appears is
/// one that it names, or another form of one that went. No constant gives way to its neighbour, and what is read keeps its order.
/// </summary>
internal static class NamedSources
{
    private static readonly Regex SimpleName = new(@"([A-Za-z_]\w*)(<[^(]*)?(\(|$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // What some rules ask for without naming it.
    private static readonly IReadOnlyList<string> Known =
    [
        "*.TryGetValue(*", "*.TryParse(*", "*.ReferenceEquals(*", "*.Empty<*", "*.ToString()", "*.Any(*", "*.Any<*", "*.Exists(*", "*.TrueForAll(*", "*.ReadExactly*(*", "*.ReadAtLeast*(*", "*.IsNaN(*", "*.Dispose*(*", "*.ConfigureAwait(*", "*.ThrowIf*(*", "*.SuppressFinalize(*", "*.TryAdd(*", "*.Contains*(*", "*.StartsWith(*char*", "*.EndsWith(*char*", "*.Equals(*", "*.AsSpan(*",
    ];

    /// <summary>A source that appears and that nothing names; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        if (!pairs.Allowance.NamedCalls)
            return null;
        var (words, helpers) = (pairs.Scope.WordsOfTarget, pairs.Scope.HelperNames);
        var before = new HashSet<string>(pairs.Old.Select(NameOf));
        var lost = pairs.FlaggedOld.Where(effect => effect.Kind == EffectKinds.Read && !pairs.New.Contains(effect, Effect.Comparer)).ToList();
        foreach (var i in pairs.Appeared.Where(i => !pairs.Grants.New.Contains(i)))
        {
            var effect = pairs.New[i];
            if (MadeUpValues.IsThrown(effect) || effect.Text.StartsWith("new ", StringComparison.Ordinal) || effect.Text.StartsWith("local ", StringComparison.Ordinal))
                continue;
            if (effect.Kind == EffectKinds.Call && !IsNamed(NameOf(effect)) && !Known.Any(pattern => EffectSwap.Call(string.Empty, pattern).MayAppear(effect.Text)))
                return new Drift(effect, Vanished: false);
            if (effect.Kind == EffectKinds.Read && effect.Text.Contains('.') && !IsNamed(NameOf(effect)) && (!words.Contains(LastOf(OwnerOf(effect.Text))) || lost.Exists(gone => OwnerOf(gone.Text) == OwnerOf(effect.Text))))
                return new Drift(effect, Vanished: false);
        }

        return OtherOrder(pairs);

        bool IsNamed(string name) => words.Contains(name) || before.Contains(name) || helpers.Contains(name) || before.Contains(name.Replace("Async", string.Empty)) || before.Contains(name.Replace("OrDefault", string.Empty));
    }

    private static string LastOf(string name) => name.Substring(name.LastIndexOf('.') + 1);

    // What is read both before and after is read in the same order.
    private static Drift? OtherOrder(EffectPairs pairs)
    {
        var before = pairs.FlaggedOld.Where(IsSource).Select(effect => effect.Text).Distinct().ToList();
        var after = pairs.FlaggedNew.Where(IsSource).ToList();
        var (all, now) = (pairs.FlaggedOld.Where(IsSource).Select(effect => effect.Text).ToList(), after.Select(effect => effect.Text).ToList());
        if (!all.SequenceEqual(now) && all.OrderBy(text => text, StringComparer.Ordinal).SequenceEqual(now.OrderBy(text => text, StringComparer.Ordinal)))
            return new Drift(after.Zip(all, (effect, was) => (effect, was)).First(pair => pair.effect.Text != pair.was).effect, Vanished: false);
        var texts = after.Select(effect => effect.Text).Distinct().Where(before.Contains).ToList();
        var at = texts.Zip(before.Where(texts.Contains), (text, was) => text == was).TakeWhile(same => same).Count();
        return at < texts.Count ? new Drift(after.First(effect => effect.Text == texts[at]), Vanished: false) : null;

        static bool IsSource(Effect effect) => effect.Kind == EffectKinds.Read && (!effect.Text.Contains('.') || effect.Text.Contains("._"));
    }

    private static string NameOf(Effect effect) => effect.Kind switch
    {
        EffectKinds.Call => SimpleName.Match(effect.Text.Substring(effect.Text.LastIndexOf('.', Math.Max(0, effect.Text.IndexOf('(') is var open && open < 0 ? effect.Text.Length - 1 : open)) + 1)).Groups[1].Value,
        EffectKinds.Read => effect.Text.Substring(effect.Text.LastIndexOf('.') + 1),
        _ => string.Empty,
    };

    private static string OwnerOf(string member) => member.Substring(0, Math.Max(0, member.LastIndexOf('.')));
}
