namespace CodeAssist.Repair.Tests.BuiltIn;

public class AssertHasSideEffectTemplateTests
{
    private const string Id = "CDA1030";

    private static string Source(string statements) =>
        $$"""
        using System.Collections.Generic;
        using System.Diagnostics;

        class C
        {
            int _count;
            readonly HashSet<int> _set = [];
            readonly Queue<int> _queue = [];

            void M(int n, string text)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData(
        "Debug.Assert(_set.Remove(n), \"gone\"); // why",
        "var succeeded = _set.Remove(n);\n        Debug.Assert(succeeded, \"gone\"); // why")]
    [InlineData(
        "Debug.Assert(!_set.Add(n));",
        "var succeeded = _set.Add(n);\n        Debug.Assert(!succeeded);")]
    [InlineData(
        "Debug.Assert(_queue.Dequeue() == n && n > 0);",
        "var result = _queue.Dequeue();\n        Debug.Assert(result == n && n > 0);")]
    [InlineData(
        "var succeeded = n > 0;\n        Debug.Assert(succeeded);\n        Debug.Assert(_set.Remove(n));",
        "var succeeded = n > 0;\n        Debug.Assert(succeeded);\n        var succeeded2 = _set.Remove(n);\n        Debug.Assert(succeeded2);")]
    [InlineData(
        "Debug.Assert(++_count < 10);",
        "++_count;\n        Debug.Assert(_count < 10);")]
    [InlineData(
        "Debug.Assert(_count++ < 10);",
        "var result = _count++;\n        Debug.Assert(result < 10);")]
    public Task The_effect_moves_before_the_call(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Theory]
    [InlineData("Debug.Assert(n > 0 && _set.Remove(n));")]
    [InlineData("Debug.Assert(n > 0 ? _set.Remove(n) : true);")]
    [InlineData("if (n > 0) Debug.Assert(_set.Remove(n));")]
    [InlineData("Debug.Assert(_set.Count == (_set.Add(n) ? 1 : 0));")]
    public Task Where_something_decides_or_is_read_before_nothing_is_offered(string statements) => RepairVerifier.OffersNothingAsync(Id, Source(statements));
}
