using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IndexPastEndAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IndexPastEndTests
{
    private static string Code(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Text;

        class C
        {
            readonly int[] _field = new int[3];
            List<string> Names { get; } = new();
            static void Use(object? o) { }
            static bool Check(int i) => true;

            int M(int[] a, List<int> list, string s, bool flag, int n, int[][] rows)
            {
                {{body}}
                return 0;
            }
        }
        """;

    private static Task Verified(string body) => Verify.VerifyAsync(Code(body));

    [Fact]
    public Task Array_loop() => Verified("for (int i = 0; [|i <= a.Length|]; i++) Use(a[i]);");

    [Fact]
    public Task List_loop() => Verified("for (var i = 0; [|i <= list.Count|]; i++) { n += list[i]; }");

    [Fact]
    public Task String_loop_that_starts_at_one() => Verified("for (var i = 1; [|i <= s.Length|]; i++) Use(s[i]);");

    [Fact]
    public Task Bound_written_the_other_way_round() => Verified("for (var i = 0; [|a.Length >= i|]; i++) Use(a[i]);");

    [Fact]
    public Task Fields_and_properties() => Verified(
        "for (var i = 0; [|i <= _field.Length|]; i++) Use(this._field[i]); for (var i = 0; [|i <= Names.Count|]; i++) Use(Names[i]);");

    [Fact]
    public Task Linq_count() => Verified("for (var i = 0; [|i <= list.Count()|]; i++) Use(list[i]);");

    [Fact]
    public Task Write_to_the_element() => Verified("for (var i = 0; [|i <= a.Length|]; i++) a[i] = i;");

    [Fact]
    public Task While_loop() => Verified("var i = 0; while ([|i <= a.Length|]) { Use(a[i]); i++; }");

    [Fact]
    public Task While_loop_that_steps_in_the_index() => Verified("var i = 0; while ([|i <= a.Length|]) Use(a[i++]);");

    [Fact]
    public Task Do_loop() => Verified("var i = 0; do { Use(a[i]); i++; } while ([|i <= a.Length|]);");

    [Fact]
    public Task Other_conditions_of_the_loop() => Verified("for (var i = 0; [|i <= a.Length|] && flag; i++) Use(a[i]);");

    [Fact]
    public Task Index_in_the_condition_itself() => Verified("var i = 0; while ([|i <= s.Length|] && s[i] == ' ') i++;");

    [Fact]
    public Task Lower_bounds_guard_nothing() => Verified(
        """for (var i = 0; [|i <= a.Length|]; i++) { if (i > 0) Use(", "); Use(a[i]); } for (var i = 0; i >= 0 && [|i <= a.Length|]; i++) Use(a[i]);""");

    [Fact]
    public Task Index_in_a_condition_of_the_body() => Verified("for (var i = 0; [|i <= a.Length|]; i++) { if (a[i] == n) break; }");

    [Fact]
    public Task Index_in_an_inner_loop() => Verified("for (var i = 0; [|i <= rows.Length|]; i++) for (var j = 0; j < rows[i].Length; j++) n += rows[i][j];");

    [Fact]
    public Task Under_a_condition_that_has_nothing_to_do_with_it() => Verified("for (var i = 0; [|i <= a.Length|]; i++) { if (flag) Use(a[i]); }");

    [Fact]
    public Task Spans_and_immutable_arrays() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Immutable;
        class C
        {
            void M(ReadOnlySpan<byte> span, ImmutableArray<int> array)
            {
                var sum = 0;
                for (var i = 0; [|i <= span.Length|]; i++) sum += span[i];
                for (var i = 0; [|i <= array.Length|]; i++) sum += array[i];
            }
        }
        """);

    [Fact]
    public Task Yield_does_not_leave() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        class C
        {
            IEnumerable<int> M(int[] a)
            {
                for (var i = 0; [|i <= a.Length|]; i++) { yield return i; yield return a[i]; }
            }
        }
        """);

    [Fact]
    public Task The_length_as_index() => Verified("Use(a[[|a.Length|]]); Use(list[[|list.Count|]]); Use(s[[|s.Length|]]); a[[|a.Length|]] = 1; Use(_field[[|this._field.Length|]]);");

    [Fact]
    public Task The_message_names_length_and_collection() => Verify.VerifyAsync(
        Code("for (var i = 0; {|#0:i <= list.Count|}; i++) Use({|#1:list[i]|}); Use(this._field[{|#2:_field.Length|}]);"),
        Verify.Diagnostic(0, "list.Count", "list").WithLocation(1),
        Verify.Diagnostic(2, "_field.Length", "this._field"));

    [Fact]
    public Task Body_guards_are_silent() => Verified(
        """
        for (var i = 0; i <= a.Length; i++) { if (i < a.Length) Use(a[i]); else Use(null); }
                for (var i = 0; i <= a.Length; i++) { if (i == a.Length) break; Use(a[i]); }
                for (var i = 0; i <= a.Length; i++) { if (i == a.Length) { Use("end"); continue; } Use(a[i]); }
                for (var i = 0; i <= a.Length; i++) Use(i < a.Length ? a[i] : 0);
                for (var i = 0; i <= a.Length; i++) { if (i == a.Length || a[i] == 0) Use("group"); }
                for (var i = 0; i <= a.Length; i++) { var last = i == a.Length; if (!last) Use(a[i]); }
                for (var i = 0; i <= a.Length; i++) { switch (i) { case 3: Use(a[i]); break; } }
                for (var i = 0; i <= s.Length; i++) { var c = i == s.Length ? '\0' : s[i]; Use(c); }
        """);

    [Fact]
    public Task A_guard_in_the_condition_is_silent() => Verified("for (var i = 0; i <= a.Length && i < n; i++) Use(a[i]); for (var i = 0; i != a.Length && i <= a.Length; i++) Use(a[i]);");

    [Fact]
    public Task Slices_are_silent() => Verified(
        """
        for (var i = 0; i <= s.Length; i++) Use(s.Substring(i));
                for (var i = 0; i <= s.Length; i++) Use(s.Substring(0, i));
                for (var i = 0; i <= s.Length; i++) Use(s[..i]);
                for (var i = 0; i <= a.Length; i++) Use(a[i..]);
                for (var i = 0; i <= a.Length; i++) Use(a.AsSpan(0, i).Length);
        """);

    [Fact]
    public Task From_the_end_is_silent() => Verified("for (var i = 1; i <= a.Length; i++) Use(a[^i]); for (var i = 1; i <= list.Count; i++) Use(list[^i]); Use(a[^1]);");

    [Fact]
    public Task Another_index_is_silent() => Verified("for (var i = 1; i <= a.Length; i++) Use(a[i - 1]); for (var i = 0; i <= a.Length - 1; i++) Use(a[i]);");

    [Fact]
    public Task Another_collection_is_silent() => Verified("for (var i = 0; i <= a.Length; i++) Use(_field[i]); Use(a[_field.Length]); Use(rows[0][rows.Length]);");

    [Fact]
    public Task A_changed_index_is_silent() => Verified("for (var i = 1; i <= a.Length; i++) { i--; Use(a[i]); i++; }");

    [Fact]
    public Task A_growing_list_is_silent() => Verified("for (var i = 0; i <= list.Count; i++) { list.Add(i); Use(list[i]); if (i > 9) break; }");

    [Fact]
    public Task A_resized_array_is_silent() => Verified("for (var i = 0; i <= a.Length; i++) { Array.Resize(ref a, i + 1); Use(a[i]); }");

    [Fact]
    public Task Keys_are_silent() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        class C
        {
            void M(Dictionary<int, string> map, SortedList<int, string> sorted)
            {
                for (var i = 1; i <= map.Count; i++) map[i] = "x";
                for (var i = 1; i <= sorted.Count; i++) sorted[i] = "x";
                map[map.Count] = "next";
            }
        }
        """);

    [Fact]
    public Task A_collection_that_counts_from_one_is_silent() => Verify.VerifyAsync(
        """
        class Sheets { public int Count => 3; public string this[int index] => ""; }
        class C
        {
            void M(Sheets sheets) { for (var i = 1; i <= sheets.Count; i++) _ = sheets[i]; }
        }
        """);

    [Fact]
    public Task Lambdas_that_run_later_are_silent() => Verified("for (var i = 0; i <= a.Length; i++) { Func<int> f = () => a[i]; Use(f); }");

    [Fact]
    public Task A_try_that_waits_for_it_is_silent() => Verified("try { Use(a[a.Length]); } catch (IndexOutOfRangeException) { Use(null); }");

    [Fact]
    public Task A_list_of_ones_own_that_grows_is_silent() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        class Growing : List<int> { public new int this[int index] { get => 0; set { } } }
        class C { void M(Growing g, IList<int> list) { g[g.Count] = 1; list[list.Count] = 1; } }
        """);

    [Fact]
    public Task Deep_expressions_do_not_hurt() => Verified(
        $"for (var i = 0; i <= a.Length; i++) n = {string.Join(" + ", Enumerable.Repeat("n", 600))};");
}
