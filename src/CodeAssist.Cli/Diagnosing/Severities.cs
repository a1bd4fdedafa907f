using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Diagnosing;

/// <summary>Severities in the words of <c>.editorconfig</c>, which users know.</summary>
internal static class Severities
{
    /// <summary>The words, from the mildest.</summary>
    public static string[] Names { get; } = ["hidden", "suggestion", "warning", "error"];

    /// <summary>The word of a severity.</summary>
    public static string NameOf(DiagnosticSeverity severity) => Names[(int)severity];

    /// <summary>The severity of a word.</summary>
    public static DiagnosticSeverity Parse(string name) => (DiagnosticSeverity)Array.IndexOf(Names, name);
}
