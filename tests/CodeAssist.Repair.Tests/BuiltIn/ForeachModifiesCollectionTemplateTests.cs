namespace CodeAssist.Repair.Tests.BuiltIn;

public class ForeachModifiesCollectionTemplateTests
{
    private static string Code(string statement) =>
        $$"""
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            void M(List<int> list, SortedDictionary<int, int> map)
            {
                {{statement}}
            }
        }
        """;

    private static Task Repairs(string statement, string expected) => RepairVerifier.RepairsAsync("CDA2011", Code(statement), Code(expected));

    [Fact]
    public Task A_list() => Repairs(
        "foreach (var x in list /* all */) { if (x > 1) { list.Remove(x); } }",
        "foreach (var x in list.ToList() /* all */) { if (x > 1) { list.Remove(x); } }");

    [Fact]
    public Task The_keys_of_a_dictionary() => Repairs("foreach (var key in map.Keys) map.Remove(key);", "foreach (var key in map.Keys.ToList()) map.Remove(key);");

    [Fact]
    public Task Pairs_that_are_taken_apart() => Repairs("foreach (var (key, n) in map) map.Add(key + n, n);", "foreach (var (key, n) in map.ToList()) map.Add(key + n, n);");

    [Fact]
    public Task A_query() => Repairs("foreach (var x in list.Where(i => i > 1)) list.Remove(x);", "foreach (var x in list.Where(i => i > 1).ToList()) list.Remove(x);");

    [Fact]
    public Task The_outer_of_two_loops() => Repairs(
        "foreach (var x in list) foreach (var y in map.Keys) list.Add(x + y);",
        "foreach (var x in list.ToList()) foreach (var y in map.Keys) list.Add(x + y);");

    [Fact]
    public Task Without_Linq_there_is_no_copy() => RepairVerifier.OffersNothingAsync(
        "CDA2011", "using System.Collections.Generic; class C { void M(List<int> list) { foreach (var x in list) list.Remove(x); } }");
}
