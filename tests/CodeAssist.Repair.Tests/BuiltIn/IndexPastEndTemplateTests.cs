namespace CodeAssist.Repair.Tests.BuiltIn;

public class IndexPastEndTemplateTests
{
    private static string Code(string body) =>
        $$"""
        using System.Collections.Generic;

        class C
        {
            int Sum(int[] a, List<int> list, bool flag)
            {
                var sum = 0;
                {{body}}
                return sum;
            }
        }
        """;

    private static Task Repairs(string body, string expected) => RepairVerifier.RepairsAsync("CDA1025", Code(body), Code(expected));

    private static Task OffersNothing(string body) => RepairVerifier.OffersNothingAsync("CDA1025", Code(body));

    [Fact]
    public Task The_bound_of_a_for_loop() => Repairs(
        "for (var i = 0; i /* index */ <= a.Length; i++) sum += a[i];",
        "for (var i = 0; i /* index */ < a.Length; i++) sum += a[i];");

    [Fact]
    public Task The_bound_written_the_other_way_round() => Repairs(
        "for (var i = 0; list.Count >= i; i++) sum += list[i];",
        "for (var i = 0; list.Count > i; i++) sum += list[i];");

    [Fact]
    public Task The_bound_of_a_while_loop() => Repairs(
        "var i = 0; while (i <= a.Length && !flag) { sum += a[i]; i++; }",
        "var i = 0; while (i < a.Length && !flag) { sum += a[i]; i++; }");

    [Fact]
    public Task The_bound_of_a_do_loop() => Repairs(
        "var i = 0; do { sum += a[i]; i++; } while (i <= a.Length);",
        "var i = 0; do { sum += a[i]; i++; } while (i < a.Length);");

    [Fact]
    public Task The_element_at_the_length() => Repairs("sum = a[a.Length];", "sum = a[a.Length - 1];");

    [Fact]
    public Task The_element_at_the_count_of_a_list() => Repairs("sum = list[ list.Count ];", "sum = list[ list.Count - 1 ];");

    [Fact]
    public Task A_write_at_the_length_may_be_an_addition() => OffersNothing("a[a.Length] = 1;");

    [Fact]
    public Task A_last_pass_that_may_do_other_work_is_left_alone() => OffersNothing("for (var i = 0; i <= a.Length; i++) { sum++; if (flag) sum += a[i]; }");
}
