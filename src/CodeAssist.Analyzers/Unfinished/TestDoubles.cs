using CodeAssist.Analyzers.Naming;

namespace CodeAssist.Analyzers.Unfinished;

/// <summary>Names of types, namespaces and projects that stand in for the real thing in tests.</summary>
internal static class TestDoubles
{
    private static readonly string[] Said = ["fake", "stub", "mock", "dummy", "tests"];

    /// <summary>Whether one of a name's words says so.</summary>
    public static bool IsNamedSo(string? name) => Words.AnyStartsWith(name, Said);
}
