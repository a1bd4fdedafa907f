using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Editing;

/// <summary>How a file's <c>.editorconfig</c> wants using directives; null where it does not say.</summary>
/// <param name="SystemFirst">Whether those of <c>System</c> come first.</param>
/// <param name="InsideNamespace">Whether they stand inside the namespace.</param>
internal sealed record UsingStyle(bool? SystemFirst, bool? InsideNamespace)
{
    /// <summary>What the options of a file say.</summary>
    public static UsingStyle Of(AnalyzerConfigOptions options) =>
        new(
            ValueOf(options, "dotnet_sort_system_directives_first") switch { "true" => true, "false" => false, _ => null },
            ValueOf(options, "csharp_using_directive_placement") switch { "inside_namespace" => true, "outside_namespace" => false, _ => null });

    // A value may be followed by a severity.
    private static string? ValueOf(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value.Split(':')[0].Trim().ToLowerInvariant() : null;
}
