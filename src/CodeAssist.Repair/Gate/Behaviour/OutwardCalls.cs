using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Calls that reach out of the program: files, the network, the console, the environment, other threads.</summary>
internal static class OutwardCalls
{
    private static readonly string[] Types =
    [
        "System.IO.File.", "System.IO.FileInfo.", "System.IO.Directory.", "System.IO.DirectoryInfo.", "System.IO.FileStream.", "System.IO.StreamReader.", "System.IO.StreamWriter.",
        "System.IO.FileSystemWatcher.", "System.Net.", "System.Console.", "System.Environment.", "System.Diagnostics.", "System.Threading.Thread.", "System.Threading.ThreadPool.",
        "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.TaskFactory", "System.GC.", "System.Data.", "Microsoft.Win32.",
    ];

    /// <summary>
    /// A call out of the program where the member made none of its kind, which only one that tells of an exception may be;
    /// null where there is none.
    /// </summary>
    public static Drift? FindNew(EffectPairs pairs)
    {
        var (scope, writesCode) = (pairs.Scope, pairs.Allowance.WritesCode);
        if (scope.IsUnbounded && !writesCode)
            return null;
        foreach (var i in pairs.Appeared)
        {
            var effect = pairs.New[i];
            if (!pairs.Grants.New.Contains(i) && !(writesCode && IsKnownToType(scope, effect)) && IsOutward(effect) && !scope.MayTell(effect)
                && !pairs.Old.Any(old => AreOfOneType(old, effect) || (old.Kind == EffectKinds.Read && UnboundNames.IsCallOf(effect, old.Text))))
            {
                return new Drift(effect, Vanished: false);
            }
        }

        return null;
    }

    /// <summary>What a helper does and a repair in place could not do; null where there is nothing.</summary>
    public static Drift? FindInHelpers(EffectPairs pairs)
    {
        if (pairs.Scope.IsUnbounded)
            return null;
        var kinds = pairs.Allowance.Within | pairs.Allowance.Beside
            | EffectKinds.Jump | EffectKinds.Variable | EffectKinds.Expression | EffectKinds.Condition;
        return pairs.Scope.Helpers.FirstOrDefault(IsStrange) is { } strange ? new Drift(strange, Vanished: false) : null;

        bool IsStrange(Effect effect) =>
            ((effect.Kind & kinds) == 0 && !effect.Text.StartsWith("new ", StringComparison.Ordinal)) || IsOutward(effect);
    }

    /// <summary>Whether an effect is such a call.</summary>
    public static bool IsOutward(Effect effect) =>
        effect.Kind == EffectKinds.Call && Array.Exists(Types, type => Name(effect).StartsWith(type, StringComparison.Ordinal));

    /// <summary>Whether two effects are calls on the same type.</summary>
    public static bool AreOfOneType(Effect one, Effect other) =>
        one.Kind == EffectKinds.Call && other.Kind == EffectKinds.Call && TypeOf(one) == TypeOf(other);

    // What the type reaches out to already, code that is written for it may reach out to.
    private static bool IsKnownToType(RepairScope scope, Effect effect) =>
        scope.Region?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && SimpleTypeOf(effect) is { Length: > 0 } name
        && type.DescendantTokens().Any(token => token.ValueText == name);

    // The simple name of the type that a call is made on.
    private static string SimpleTypeOf(Effect effect) => TypeOf(effect).Substring(TypeOf(effect).LastIndexOf('.') + 1);

    private static string Name(Effect effect) => effect.Text.StartsWith("new ", StringComparison.Ordinal) ? effect.Text.Substring(4) : effect.Text;

    private static string TypeOf(Effect effect)
    {
        var name = Name(effect);
        var end = name.IndexOfAny(['(', '<']);
        name = end < 0 ? name : name.Substring(0, end);
        return name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
    }
}
