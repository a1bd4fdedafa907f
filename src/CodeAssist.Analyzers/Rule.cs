using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>Makes descriptors, so that every rule has its texts, link and tags from the same place.</summary>
internal static class Rule
{
    /// <summary>The custom tag that carries a descriptor's <see cref="DefaultPromise"/> to presets and tests.</summary>
    public const string PromiseTag = "codeassist:";

    /// <summary>
    /// Makes the descriptor of a rule. Title, message and description are the resources
    /// <c>{id}_Title</c>, <c>{id}_Message</c> and <c>{id}_Description</c>.
    /// </summary>
    /// <param name="id">The ID, from <see cref="DiagnosticIds"/>.</param>
    /// <param name="category">One of <see cref="Category"/>.</param>
    /// <param name="promise">The default severity and what the presets make of it.</param>
    public static DiagnosticDescriptor Create(string id, string category, DefaultPromise promise) => new(
        id,
        Text(id + "_Title"),
        Text(id + "_Message"),
        category,
        promise == DefaultPromise.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        isEnabledByDefault: promise is DefaultPromise.Warning or DefaultPromise.WarningCandidate or DefaultPromise.Suggestion,
        Text(id + "_Description"),
        DiagnosticIds.HelpLink(id),
        PromiseTag + promise);

    private static LocalizableResourceString Text(string key) =>
        new(key, RuleTexts.ResourceManager, typeof(RuleTexts));
}
