using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.ForeachModifiesCollectionAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class ForeachModifiesCollectionTests
{
    [Fact]
    public Task Removal_from_what_may_be_a_hash_set_is_silent() => Verified(
        "void M(ICollection<int> any) { foreach (var x in any) any.Remove(x); } void N(ICollection<int> any) { foreach (var x in any) [|any.Add(x)|]; }");

    [Fact]
    public Task Removal_from_what_is_made_as_a_list() => Verified(
        "readonly ICollection<int> _made = new List<int>(); ICollection<C> Parts { get; } = []; readonly ICollection<int> _set = new HashSet<int>(); void M() { foreach (var x in _made) [|_made.Remove(x)|]; foreach (var p in Parts) [|Parts.Remove(p)|]; foreach (var x in _set) _set.Remove(x); }");

    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Linq;

        public class C
        {
            readonly List<int> _items = new();
            public ObservableCollection<string> Names { get; } = new();
            C? Other { get; set; }
            static void Log(object o) { }

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task Remove() => Verified("void M(List<int> list) { foreach (var x in list) { if (x > 1) [|list.Remove(x)|]; } }");

    [Fact]
    public Task Other_changes() => Verified(
        "void M(List<int> list) { foreach (var x in list) { [|list.Add(x)|]; } foreach (var x in list) [|list.Clear()|]; foreach (var x in list) { [|list[0] = x|]; [|list[1]++|]; } foreach (var x in list) [|list.Sort()|]; }");

    [Fact]
    public Task Fields_properties_and_paths() => Verified(
        "void M() { foreach (var x in _items) [|this._items.Remove(x)|]; foreach (var n in Names) { if (n.Length == 0) { [|Names.Remove(n)|]; } } foreach (var n in Other!.Names) [|Other!.Names.Add(n)|]; }");

    [Fact]
    public Task Dictionaries() => Verified(
        "void M(Dictionary<string, int> map, SortedDictionary<string, int> sorted) { foreach (var pair in map) [|map.Add(pair.Key + \"x\", 1)|]; foreach (var key in map.Keys) { [|map.TryAdd(key + \"x\", 1)|]; } foreach (var key in sorted.Keys) [|sorted.Remove(key)|]; }");

    [Fact]
    public Task Queues_stacks_sets_and_interfaces() => Verified(
        "void M(Queue<int> q, Stack<int> s, HashSet<int> h, IList<int> l, LinkedList<int> k) { foreach (var x in q) [|q.Enqueue(x)|]; foreach (var x in s) [|s.Pop()|]; foreach (var x in h) [|h.Add(x + 1)|]; foreach (var x in l) [|l.Remove(x)|]; foreach (var x in k) [|k.AddLast(x)|]; }");

    [Fact]
    public Task A_lazy_sequence() => Verified("void M() { foreach (var x in _items.Where(i => i > 1).Select(i => i * 2)) [|_items.Remove(x)|]; }");

    [Fact]
    public Task An_outer_loop_and_a_continue() => Verified(
        "void M(List<int> list) { foreach (var x in list) foreach (var y in list.ToList()) { if (x == y) { [|list.Remove(x)|]; break; } } foreach (var x in list) { [|list.Remove(x)|]; continue; } }");

    [Fact]
    public Task A_break_of_a_switch_ends_no_loop() => Verified("void M(List<int> list) { foreach (var x in list) { switch (x) { case 1: [|list.Remove(x)|]; break; } } }");

    [Fact]
    public Task Through_a_conditional_access_and_a_yield() => Verified("IEnumerable<int> M() { foreach (var x in _items) { [|_items.Remove(x)|]; yield return x; } }");

    [Fact]
    public Task The_message_names_the_collection() => Verify.VerifyAsync(
        Code("void M() { {|#1:foreach|} (var x in {|#2:_items|}) {|#0:_items.Remove(x)|}; }"),
        Verify.Diagnostic(0, "_items").WithLocation(1).WithLocation(2));

    [Fact]
    public Task Copies_are_silent() => Verified(
        "void M(List<int> list, Dictionary<int, int> map) { foreach (var x in list.ToList()) list.Remove(x); foreach (var x in list.ToArray()) list.Add(x); foreach (var x in new List<int>(list)) list.Remove(x); foreach (var x in list.OrderBy(i => i)) list.Remove(x); foreach (var k in map.Keys.ToArray()) map.Add(-k, 1); foreach (int x in (int[])[.. list]) list.Add(x); }");

    [Fact]
    public Task Leaving_right_after_is_silent() => Verified(
        """
        int M(List<int> list, bool b)
            {
                foreach (var x in list) { if (x == 1) { list.Remove(x); break; } }
                foreach (var x in list) { if (x == 1) { list.Remove(x); Log(x); return x; } }
                foreach (var x in list) { list.Add(x); throw new InvalidOperationException(); }
                foreach (var x in list) { if (b) { list.Remove(x); } Log(x); break; }
                foreach (var x in list) { if (list.Remove(x)) break; }
                foreach (var x in list) { var done = list.Remove(x); if (done) return x; }
                foreach (var x in list) { if (b) { list.Remove(x); if (x > 1) return 1; else break; } }
                foreach (var x in list) { list.Remove(x); goto End; }
                End: return 0;
            }
            bool N(List<int> list) { foreach (var x in list) { if (x > 0) return list.Remove(x); } return false; }
        """);

    [Fact]
    public Task Concurrent_and_immutable_collections_are_silent() => Verified(
        "void M(ConcurrentDictionary<int, int> map, ConcurrentQueue<int> q, ImmutableList<int> i) { foreach (var p in map) map.TryAdd(p.Key + 1, 1); foreach (var x in q) q.Enqueue(x); foreach (var x in i) i = i.Remove(x); }");

    [Fact]
    public Task Removal_from_hash_tables_is_silent_since_NET_Core_3() => Verified(
        "void M(Dictionary<int, int> map, HashSet<int> set, IDictionary<int, int> any) { foreach (var p in map) map.Remove(p.Key); foreach (var k in map.Keys) { map.Remove(k); } foreach (var x in set) set.Remove(x); foreach (var p in any) any.Remove(p.Key); foreach (var k in map.Keys) map[k] = 1; }");

    [Fact]
    public Task Other_collections_are_silent() => Verified(
        "void M(List<int> list, List<int> other, C c) { foreach (var x in list) other.Remove(x); foreach (var n in Names) c.Names.Add(n); foreach (var x in list) _items.Add(x); foreach (var x in list) { var inner = new List<int>(); inner.Add(x); } }");

    [Fact]
    public Task Functions_that_run_later_are_silent() => Verified(
        "List<Action> M(List<int> list) { var undo = new List<Action>(); foreach (var x in list) { undo.Add(() => list.Remove(x)); void Later() => list.Add(x); undo.Add(Later); } return undo; }");

    [Fact]
    public Task A_replaced_collection_is_silent() => Verified("void M(List<int> list) { foreach (var x in list) { list = new List<int>(list); list.Add(x); } }");

    [Fact]
    public Task A_property_that_copies_is_silent() => Verified("List<int> Copy => _items.ToList(); void M() { foreach (var x in Copy) Copy.Remove(x); }");

    [Fact]
    public Task A_set_that_has_the_element_is_silent() => Verified("void M(HashSet<int> set) { foreach (var x in set) set.Add(x); }");

    [Fact]
    public Task Reading_and_other_types_are_silent() => Verified(
        "class Bag { public void Add(int i) { } public IEnumerator<int> GetEnumerator() => new List<int>().GetEnumerator(); } void M(Bag bag, List<int> list, int[] array) { foreach (var x in bag) bag.Add(x); foreach (var x in list) { if (list.Contains(x)) Log(list.IndexOf(x)); } foreach (var x in array) { array[0] = x; } }");
}
