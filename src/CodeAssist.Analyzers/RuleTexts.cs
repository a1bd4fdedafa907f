using System.Resources;

namespace CodeAssist.Analyzers;

/// <summary>The texts of the rules: <c>Resources/Rules.resx</c> and its translations.</summary>
internal static class RuleTexts
{
    public static ResourceManager ResourceManager { get; } =
        new("CodeAssist.Analyzers.Resources.Rules", typeof(RuleTexts).Assembly);
}
