using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.AssertHasSideEffectAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class AssertHasSideEffectTests
{
    private static string Method(string statements) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Diagnostics;
        using System.IO;
        using System.Linq;
        using System.Threading;

        class C
        {
            int _count;
            int _debugCount;
            string? _name;
            readonly HashSet<int> _set = new();
            readonly Queue<int> _queue = new();
            readonly ConcurrentDictionary<int, int> _map = new();
            ImmutableHashSet<int> _fixed = ImmutableHashSet<int>.Empty;

            [Conditional("CHECKS")] static void Check(bool condition) { }
            static void Always(bool condition) { }
            bool IsValid() => _count > 0;
            static object Make(ref int x) => x;

            void M(int n, TextReader reader, IEnumerator<int> items, string text)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("Debug.Assert([|_count++|] < 10);")]
    [InlineData("Debug.Assert(([|_name = reader.ToString()|]) != null);")]
    [InlineData("Trace.Assert([|_set.Remove(n)|]);")]
    [InlineData("Debug.Assert(!_set.Contains(n) && [|_set.Add(n)|], \"twice\");")]
    [InlineData("Debug.Assert([|_queue.Dequeue()|] == n);")]
    [InlineData("Debug.Assert([|_map.TryAdd(n, 1)|]);")]
    [InlineData("Debug.Assert([|items.MoveNext()|]);")]
    [InlineData("Debug.Assert([|Interlocked.Increment(ref _count)|] == 1);")]
    [InlineData("Debug.WriteLine([|reader.ReadLine()|]);")]
    [InlineData("Check([|_set.Add(n)|]);")]
    [InlineData("Debug.Assert([|int.TryParse(text, out _count)|]);")]
    [InlineData("int i = 0; Debug.Assert([|i++|] < n); Always(i > 0);")]
    [InlineData("int value; value = 0; Debug.Assert([|int.TryParse(text, out value)|]); Always(value > 0);")]
    [InlineData("var set = _set; Debug.Assert([|set.Remove(n)|]);")]
    public Task An_effect_inside_the_call(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task The_message_names_call_and_effect() => Verify.VerifyAsync(
        Method("Debug.Assert({|#0:_set.Remove(n)|}); Check({|#1:_count-- > 0|});".Replace("{|#1:_count-- > 0|}", "{|#1:_count--|} > 0")),
        Verify.Diagnostic(0, "Debug.Assert", "_set.Remove(n)"),
        Verify.Diagnostic(1, "C.Check", "_count--"));

    [Theory]
    [InlineData("Debug.Assert(IsValid());")]
    [InlineData("Debug.Assert(_set.Contains(n) && _set.Count > 0);")]
    [InlineData("Debug.Assert(text.Remove(0, 1).Length > 0);")]
    [InlineData("Debug.Assert(text.Insert(0, \"a\") != \"\");")]
    [InlineData("Debug.Assert(_fixed.Add(n).Count > 0);")]
    [InlineData("Debug.Assert(_set.SetEquals(new[] { n }));")]
    [InlineData("Debug.Assert(new List<int> { n, n + 1 }.Count == 2);")]
    [InlineData("Debug.Assert(Volatile.Read(ref _count) > 0);")]
    [InlineData("Debug.Assert(Interlocked.Read(ref System.Runtime.CompilerServices.Unsafe.As<int, long>(ref _count)) > 0);")]
    [InlineData("Debug.Assert(new UriBuilder { Host = text }.Port > 0);")]
    [InlineData("Debug.Assert(_set.Take(3).Count() == 3);")]
    public Task Pure_calls_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("object o = text; Debug.Assert(o is string s && s.Length > 0);")]
    [InlineData("Debug.Assert(_map.TryGetValue(n, out _));")]
    [InlineData("Debug.Assert(_map.TryGetValue(n, out var value) && value > 0);")]
    [InlineData("Debug.Assert(int.TryParse(text, out int value) && value > 0);")]
    public Task Pattern_variables_and_discards_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task A_readonly_method_is_silent() => Verify.VerifyAsync(
        """
        using System.Diagnostics;

        struct Reader
        {
            private int _at;
            public readonly string ReadText() => _at.ToString();
            public string ReadNext() => (_at++).ToString();
            public static void M(ref Reader reader)
            {
                Debug.Write(reader.ReadText());
                Debug.Write([|reader.ReadNext()|]);
            }
        }
        """);

    [Theory]
    [InlineData("Always(_set.Remove(n));")]
    [InlineData("bool removed = _set.Remove(n); Debug.Assert(removed);")]
    [InlineData("var seen = new HashSet<int>(); Debug.Assert(seen.Add(n)); Debug.Assert(seen.Add(n + 1));")]
    [InlineData("Debug.Assert(_set.All(x => _queue.Dequeue() == x));")]
    [InlineData("int dummy; Debug.Assert(int.TryParse(text, out dummy));")]
    [InlineData("Debug.Assert(_debugCount++ < 10);")]
    [InlineData("Debug.Assert((_name ??= text) != null);")]
    public Task What_nothing_else_depends_on_is_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task A_parameter_is_changed_and_a_local_only_for_other_assertions() => Verify.VerifyAsync(
        """
        using System.Diagnostics;

        class C
        {
            static bool Find(out string? found) { found = ""; return true; }
            void M(int n)
            {
                Debug.Assert([|n++|] > 0);
                string? found = null;
                Debug.Assert(Find(out found));
                Debug.Assert(found != null);
            }
        }
        """);
}
