namespace CodeAssist.CodeFixes;

internal static partial class ForeignDiagnostics
{
    public static IEnumerable<string> Ids { get; } = ["CS0161"];
}
