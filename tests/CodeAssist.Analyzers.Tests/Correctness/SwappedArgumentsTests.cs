using Microsoft.CodeAnalysis;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.SwappedArgumentsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class SwappedArgumentsTests
{
    [Fact]
    public Task A_sibling_that_is_the_method_with_the_two_exchanged_makes_it_silent() => Verify.VerifyAsync(
        """
        class Blend
        {
            static int Mix(int lower, int upper) => lower - (upper * 2);
            public int Screen(int lower, int upper) => Mix(lower, upper) + 1;
            public int Burn(int lower, int upper) => Mix(upper, lower) + 1;
        }
        class Blocks
        {
            static int Mix(int lower, int upper) => lower - (upper * 2);
            public int Screen(int lower, int upper)
            {
                var mixed = Mix(lower, upper);
                return mixed + Mix(lower, upper);
            }

            public int Burn(int lower, int upper)
            {
                // Says nothing.
                var mixed = Mix(upper, lower);
                return mixed + Mix(upper, lower);
            }
        }
        class Other
        {
            static int Mix(int lower, int upper) => lower - (upper * 2);
            public int Burn(int lower, int upper) => Mix([|upper|], lower);
            public int Burn(int lower, int upper, int more) => Mix(lower, upper);
            public int Twice(int lower, int upper) => 2 * Mix([|upper|], lower);
            public int Thrice(int lower, int upper) => 3 * Mix(lower, upper);
            public int Plain(int lower, int upper) { return Mix(lower, upper); }
        }
        """);

    [Fact]
    public Task A_value_made_of_one_of_its_own_type_is_silent() => Verify.VerifyAsync(
        """
        class Pen(string ink, string paper)
        {
            public string Ink => ink;
            public string Paper => paper;
            Pen M(Pen pen) => new Pen(pen.Paper, pen.Ink);
            Stamp N(Pen pen) => new Stamp([|pen.Paper|], pen.Ink);
        }
        class Stamp(string ink, string paper)
        {
            public override string ToString() => ink + paper;
        }
        """);

    [Fact]
    public Task A_condition_that_says_so_and_a_result_that_is_compared_with_one_of_the_two_are_silent() => Verify.VerifyAsync(
        """
        class Node
        {
            bool InvertColors { get; set; }
            Node? Top(Node start, Node end) => start == this ? end : null;
            void Paint(int ink, int paper) { }
            void M(Node start, Node end, int ink, int paper)
            {
                if (InvertColors)
                    Paint(paper, ink);
                if (start != Top(end, start))
                    InvertColors = false;
            }
            void N(Node start, Node end, int ink, int paper)
            {
                Paint([|paper|], ink);
                Top([|end|], start);
            }
        }
        class Superset
        {
            static int Tally(int expected, int actual) => expected;
            int M(int expected, int actual) => Tally(actual, expected);
        }
        """);

    [Fact]
    public Task Locals_parameters_and_members() => Verify.VerifyAsync(
        """
        class C
        {
            private int _width, m_height;
            public int Width { get; set; }
            public int Height { get; set; }
            static void Resize(int width, int height) { }
            void M(int width, int height)
            {
                Resize([|height|], width);
                Resize([|m_height|], _width);
                Resize([|this.Height|], this.Width);
                Resize([|height|], Width);
                var c = new C();
                Resize([|c.Height|], c.Width);
            }
        }
        """);

    [Fact]
    public Task The_message_names_the_arguments_and_the_method_and_the_second_argument_is_an_additional_location() => Verify.VerifyAsync(
        """
        class C
        {
            static void Copy(string source, bool overwrite, string target) { }
            void M(string source, string target) => Copy({|#0:target|}, true, {|#1:source|});
        }
        class D(string first, string last)
        {
            static D M(string first, string last) => new({|#2:last|}, {|#3:first|});
            public override string ToString() => first + last;
        }
        """,
        Verify.Diagnostic(0, "target", "source", "Copy").WithLocation(1),
        Verify.Diagnostic(2, "last", "first", "D").WithLocation(3));

    [Fact]
    public Task Every_kind_of_call() => Verify.VerifyAsync(
        """
        using System;

        delegate void Sized(int width, int height);
        class Base(int width, int height)
        {
            public int Area => width * height;
            public int this[int row, int column] => row + column;
        }
        class Derived(int width, int height) : Base([|height|], width)
        {
            Derived(int width, int height, bool square) : this([|height|], width) { }
            void M(Sized sized, int height, int width, int row, int column)
            {
                sized([|height|], width);
                _ = new Base([|height|], width);
                Base target = new([|height|], width);
                _ = target[[|column|], row];
                void Local(int width, int height) { }
                Local([|height|], width);
                "a b".Replace([|newValue|], oldValue);
                Action run = () => sized([|height|], width);
            }
            const string newValue = "x", oldValue = "y";
        }
        """);

    [Fact]
    public Task Top_level_statements() => Verify.VerifyAsync(
        """
        int width = 1, height = 2;
        Resize([|height|], width);
        static void Resize(int width, int height) { }
        """,
        test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Arguments_by_reference() => Verify.VerifyAsync(
        """
        class C
        {
            static void Measure(out int width, out int height) { width = height = 0; }
            static void Scale(ref int width, ref long height) { }
            void M(in int x)
            {
                Measure([|out var height|], out var width);
                Measure([|out height|], out width);
            }
        }
        """);

    [Fact]
    public Task Casts_and_types_that_convert_both_ways() => Verify.VerifyAsync(
        """
        class C
        {
            static void Resize(double width, double height) { }
            static void Mixed(int count, long offset) { }
            static void Name<T>(T first, T second) { }
            void M(int width, float height, int count, int offset, string first, object second)
            {
                Resize([|height|], width);
                Resize([|(double)height|], (double)width);
                Mixed([|offset|], count);
                Name([|second|], first);
            }
        }
        """);

    [Fact]
    public Task Types_that_do_not_convert_both_ways_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            static void Read(object source, string target) { }
            static void Mixed(long total, int offset) { }
            void M(object target, string source, long offset, int total)
            {
                Read(target, source);
                Mixed(offset, total);
            }
        }
        """);

    [Fact]
    public Task Named_arguments_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            static void Resize(int width, int height) { }
            void M(int width, int height)
            {
                Resize(height: width, width: height);
                Resize(width: height, height: width);
                Resize(height, height: width);
            }
        }
        """);

    [Fact]
    public Task Params_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            static void Log(string format, params string[] arguments) { }
            static void Sum(int first, params int[] second) { }
            void M(string format, string arguments, int first, int second)
            {
                Log(arguments, format);
                Sum(second, first);
            }
        }
        """);

    [Fact]
    public Task One_letter_names_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private int _x, _y;
            static void Move(int x, int y) { }
            void M(int x, int y)
            {
                Move(y, x);
                Move(_y, _x);
            }
        }
        """);

    [Theory]
    [InlineData(1, "[|y|], x", "[|no|], id", "[|height|], width")]
    [InlineData(3, "y, x", "no, id", "[|height|], width")]
    public Task The_shortest_telling_name_is_an_option(int length, string one, string two, string long_) => Verify.VerifyAsync(
        $$"""
        class C
        {
            static void Move(int x, int y) { }
            static void Find(int id, int no) { }
            static void Resize(int width, int height) { }
            void M(int x, int y, int id, int no, int width, int height)
            {
                Move({{one}});
                Find({{two}});
                Resize({{long_}});
            }
        }
        """,
        test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\ncodeassist.CDA1006.min_name_length = {length}\n")));

    [Theory]
    [InlineData("Swap")]
    [InlineData("Reverse")]
    [InlineData("Mirror")]
    [InlineData("Inverse")]
    [InlineData("Transpose")]
    [InlineData("ReversedSize")]
    [InlineData("GetMirrored")]
    [InlineData("invert_all")]
    [InlineData("Rotate90")]
    [InlineData("FlipAxes")]
    public Task Names_that_say_so_are_silent(string name) => Verify.VerifyAsync(
        $$"""
        class C
        {
            static C Make(int width, int height) => new();
            static C {{name}}(int width, int height) => Make(height, width);
            static C Call(int width, int height) => {{name}}(height, width);
            static C Keep(int width, int height)
            {
                var {{name}} = Make(height, width);
                C Local() { C {{name}}() => Make(height, width); return {{name}}(); }
                return Local();
            }
        }
        class {{name}}Holder
        {
            object M(int width, int height) => new {{name}}Other(height, width);
        }
        class {{name}}Other(int width, int height) { int Area => width * height; }
        """);

    [Fact]
    public Task Names_that_only_hold_the_letters_of_such_a_word_are_reported() => Verify.VerifyAsync(
        """
        class C
        {
            static void Resize(int width, int height) { }
            static void OnMouseDown(int width, int height) => Resize([|height|], width);
            static void Feedback(int width, int height) => Resize([|height|], width);
        }
        """);

    [Fact]
    public Task Comparisons_in_descending_order_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class Descending(IComparer<string> inner) : IComparer<string>
        {
            public int Compare(string? left, string? right) => Order(right, left);
            static int Order(string? left, string? right) => string.CompareOrdinal(left, right);
            int Inner(string left, string right) => inner.Compare(right, left);
        }
        interface IOrder { int Compare(string left, string right); int CompareNames(string left, string right); }
        class C
        {
            static int ByName(string left, string right) => left.Length - right.Length;
            void M(List<string> names, IOrder order, string left, string right)
            {
                names.Sort((left, right) => ByName(right, left));
                _ = order.Compare(right, left) + order.CompareNames(right, left);
            }
        }
        """);

    [Fact]
    public Task Methods_for_which_the_order_does_not_matter_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            static bool Equals(string left, string right) => left.Length == right.Length;
            static int Max(int first, int second) => first;
            bool M(string left, string right, int first, int second) => Equals(right, left) || Max(second, first) > 0;
        }
        """);

    [Fact]
    public Task Operands_of_vectors_are_silent() => Verify.VerifyAsync(
        """
        using System.Runtime.Intrinsics;

        class C
        {
            Vector128<float> M(Vector128<float> takeRight, Vector128<float> left, Vector128<float> right) =>
                Vector128.ConditionalSelect(takeRight, right, left);
        }
        """);

    [Fact]
    public Task Operators_and_recursion_are_silent() => Verify.VerifyAsync(
        """
        class Money(int amount)
        {
            int Amount => amount;
            static bool IsLess(Money left, Money right) => left.Amount < right.Amount;
            public static bool operator <(Money left, Money right) => IsLess(left, right);
            public static bool operator >(Money left, Money right) => IsLess(right, left);
            static int Divisor(int small, int large) => small == 0 ? large : Divisor(large % small, small);
            static int Distance(int from, int to) => from <= to ? to - from : Distance(to, from);
            static int Outer(int from, int to)
            {
                return Inner(from, to);
                static int Inner(int from, int to) => from <= to ? to - from : Inner(to, from);
            }
        }
        """);

    [Fact]
    public Task A_condition_that_orders_the_two_is_silent() => Verify.VerifyAsync(
        """
        record Range(int Start, int End)
        {
            static Range Of(int start, int end) => start > end ? new Range(end, start) : new Range(start, end);
            static Range With(int start, int end)
            {
                if (end.CompareTo(start) < 0)
                    return new Range(end, start);
                return new Range(0, 0);
            }
        }
        """);

    [Fact]
    public Task A_condition_that_does_not_order_them_is_reported() => Verify.VerifyAsync(
        """
        record Range(int Start, int End)
        {
            static Range? Of(int start, int end)
            {
                if (start > 0 && end > 0)
                    return new Range([|end|], start);
                return null;
            }
        }
        """);

    [Fact]
    public Task Both_orders_in_one_body_are_silent() => Verify.VerifyAsync(
        """
        class Graph
        {
            void AddEdge(string from, string to) { }
            public void Connect(string from, string to)
            {
                AddEdge(from, to);
                AddEdge(to, from);
            }
        }
        class Matrix
        {
            int At(int row, int column) => row + column;
            void At(int row, int column, int value) { }
            void Reflect(int row, int column) => At(column, row, At(row, column));
        }
        """);

    [Fact]
    public Task Numbered_names_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            static int Subtract(int value1, int value2) => value1 - value2;
            static int Order(string strA, string strB) => 0;
            int M(int value1, int value2, string strA, string strB) => Subtract(value2, value1) + Order(strB, strA);
        }
        """);

    [Fact]
    public Task An_inverted_map_is_silent() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;

        class C
        {
            Dictionary<string, string> M(Dictionary<string, string> map)
            {
                var result = new Dictionary<string, string>();
                foreach (var pair in map)
                    result.Add(pair.Value, pair.Key);
                foreach (var (key, value) in map)
                    result.TryAdd(value, key);
                return result;
            }
            void Put(Dictionary<string, string> map, string key, string value) => map.Add([|value|], key);
        }
        """);

    [Fact]
    public Task Other_arguments_are_silent() => Verify.VerifyAsync(
        """
        static class C
        {
            static void Resize(int width, int height) { }
            static void Copy(this string source, string target) { }
            static int GetWidth() => 1;
            static int GetHeight() => 1;
            static void M(int width, int height, int depth, C2 one, C2 other, string source, string target)
            {
                Resize(width, height);
                Resize(height, height);
                Resize(depth, width);
                Resize(GetHeight(), GetWidth());
                Resize(height + 1, width);
                Resize(one.Height, other.Width);
                target.Copy(source);
                Resize(1, 2);
            }
            static void N(dynamic d, int width, int height) => d.Resize(height, width);
        }
        class C2 { public int Width; public int Height; }
        """);
}
