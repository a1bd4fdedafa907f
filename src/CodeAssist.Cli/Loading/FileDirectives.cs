using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Cli.Loading;

/// <summary>The <c>#:</c> directives at the head of a file-based program.</summary>
internal sealed class FileDirectives
{
    private readonly ImmutableDictionary<string, string> _properties;

    private FileDirectives(ImmutableDictionary<string, string> properties, string? unsupported)
    {
        _properties = properties;
        Unsupported = unsupported;
    }

    /// <summary>The first directive that needs more than the file itself (a package, a project, another SDK), or null.</summary>
    public string? Unsupported { get; }

    /// <summary>The version of the language that the file asks for, or null.</summary>
    public LanguageVersion? Language =>
        _properties.TryGetValue("LangVersion", out var text) && LanguageVersionFacts.TryParse(text, out var version) ? version : null;

    /// <summary>Reads the directives.</summary>
    public static FileDirectives Of(CompilationUnitSyntax root)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        string? unsupported = null;
        foreach (var directive in root.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<IgnoredDirectiveTriviaSyntax>())
        {
            var text = directive.ToString().Trim();
            var words = text[2..].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words is ["property", var property] && property.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
                properties[name] = value;
            else if (words is ["package" or "project" or "sdk" or "include" or "ref", ..])
                unsupported ??= text;
        }

        return new FileDirectives(properties.ToImmutable(), unsupported);
    }

    /// <summary>Whether a property is on: what the file says, else what it is without a word.</summary>
    public bool IsOn(string property, bool otherwise = true) =>
        _properties.TryGetValue(property, out var value) ? value.ToLowerInvariant() is "true" or "enable" : otherwise;
}
