using Basic.Reference.Assemblies;
using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IdenticalOperandsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IdenticalOperandsTests
{
    [Fact]
    public Task What_base_and_this_name_may_differ() => Verify.VerifyAsync(
        """
        using System;
        class Base
        {
            public virtual int Size => 1;
            public virtual void Before() { }
        }
        class Derived : Base
        {
            static void Add(Action action) { }
            bool M(Action hook) => Size != base.Size;
            void N()
            {
                if ((Action)Before != base.Before)
                    Add(Before);
            }
        }
        """);

    [Theory]
    [InlineData("==")]
    [InlineData("!=")]
    [InlineData("<")]
    [InlineData(">")]
    [InlineData("<=")]
    [InlineData(">=")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("%")]
    [InlineData("&")]
    [InlineData("|")]
    [InlineData("^")]
    public Task Every_operator_of_the_table(string @operator) => Verify.VerifyAsync(
        $$"""
        class C
        {
            object M(string a, string b) => [|a.Length {{@operator}} a.Length|];
        }
        """);

    [Theory]
    [InlineData("&&")]
    [InlineData("||")]
    public Task Conditions(string @operator) => Verify.VerifyAsync(
        $$"""
        class C
        {
            bool M(string a, string b)
            {
                if ([|a.Length > 0 {{@operator}} a.Length > 0|])
                    return true;
                return [|a == "x" {{@operator}} (a == "x")|];
            }
        }
        """);

    [Theory]
    [InlineData("+")]
    [InlineData("*")]
    [InlineData("<<")]
    [InlineData(">>")]
    [InlineData(">>>")]
    public Task Operators_that_make_sense_with_the_same_value_are_silent(string @operator) => Verify.VerifyAsync(
        $$"""
        class C
        {
            int M(string a) => a.Length {{@operator}} a.Length + (1 {{@operator}} 1);
        }
        """);

    [Fact]
    public Task The_message_names_the_operand_and_the_operator() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(string a) => {|#0:a.Length ==
                a.Length|};
            bool N(string a) => {|#1:a.Equals(a)|};
        }
        """,
        Verify.Diagnostic(0, "a.Length", "=="),
        Verify.Diagnostic(1, "a", "Equals"));

    [Fact]
    public Task Parentheses_and_this_do_not_make_a_difference() => Verify.VerifyAsync(
        """
        class C
        {
            private int _x;
            int M(int[] a) => [|(_x) - this._x|] + ([|a[_x + 1] - a[(_x + 1)]|]);
        }
        """);

    [Fact]
    public Task Equality_methods() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            bool M(string a, object o, double d, int? n, EqualityComparer<string> comparer) =>
                [|a.Equals(a)|] || [|a.Equals(a, StringComparison.Ordinal)|] || [|string.Equals(a, a)|]
                || [|string.Equals(a, a, StringComparison.Ordinal)|] || [|object.Equals(o, o)|] || [|ReferenceEquals(o, o)|]
                || [|a.CompareTo(a)|] == 0 || [|d.Equals(d)|] || [|comparer.Equals(a, a)|] || [|n.Equals(n)|];

            bool? N(string? a) => [|a?.Equals(a)|];
        }
        """);

    [Fact]
    public Task Equality_methods_with_two_values_are_silent() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            public override bool Equals(object? obj) => base.Equals(this) || base.Equals(obj);
            public override int GetHashCode() => base.GetHashCode();
            bool M(string a, string b, object o) => a.Equals(b) || string.Equals(a, b) || ReferenceEquals(o, a) || a.CompareTo(b) == 0 || string.Compare(a, 0, a, 1, 3) == 0;
        }
        """);

    [Fact]
    public Task A_slip_in_an_Equals_method() => Verify.VerifyAsync(
        """
        class Point
        {
            public int X { get; set; }
            public int Y { get; set; }
            public bool Equals(Point other) => X == other.X && [|other.Y == other.Y|];
        }
        """);

    [Fact]
    public Task A_chain_is_reported_on_the_later_operand() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            bool M(bool a, bool b, bool c) => a || b || [|a|];
            bool N(bool a, bool b, bool c) => a && (b && [|a|]) && c;
            bool P(string s) => s == "a" || s == "b" || s == "c" || [|s == "b"|];
            int Q(int a, int b) => (a | b | [|a|]) + (a ^ b ^ [|a|]);
            [Flags] enum E { A = 1, B = 2, All = A | B | [|A|] }
        }
        """);

    [Fact]
    public Task Neighbours_in_a_chain_are_reported_as_the_binary_expression_where_there_is_one() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(bool a, bool b) => [|a || a|] || b;
            bool N(bool a, bool b) => b || a || [|a|];
            bool O(bool a, bool b) => [|(a || b) || (a || b)|];
        }
        """);

    [Fact]
    public Task The_earlier_operand_is_an_additional_location() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(bool a, bool b) => {|#1:a|} || b || {|#0:a|};
        }
        """,
        Verify.Diagnostic(0, "a", "||").WithLocation(1));

    [Fact]
    public Task A_chain_whose_value_changes_on_the_way_is_silent() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            private bool _ready;
            private int _i;
            bool Load() { _ready = true; return false; }
            bool M() => _ready || Load() || _ready;
            bool N(int[] a, int i) => i < a.Length && a[i++] == 0 && i < a.Length;
            bool O(int[] a) => _i < a.Length && a[_i++] == 0 && _i < a.Length;
            bool P(string s, int n) => n > 0 && int.TryParse(s, out n) && n > 0;
            bool Q(int n) { bool Next() { n--; return n > 3; } return n > 0 && Next() && n > 0; }
            bool R(int n, Func<bool> f) => n > 0 && f() && n > 0;
        }
        """);

    [Fact]
    public Task A_call_in_a_chain_does_not_change_a_local() => Verify.VerifyAsync(
        """
        class C
        {
            bool Load() => System.Console.ReadLine() == "x";
            bool M(bool a) => a || Load() || [|a|];
        }
        """);

    [Fact]
    public Task Chains_of_division_and_subtraction_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            long M(long bytes, int b) => bytes / 1024 / 1024 + (bytes - b - b) + bytes % b % b;
        }
        """);

    [Fact]
    public Task The_NaN_idiom_is_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Numerics;

        class C
        {
            public double D { get; set; }
            public float? F { get; set; }
            public Half H { get; set; }
            public Vector3 V { get; set; }
            public (int A, double B) T { get; set; }
            public double[] A { get; } = [];
            bool M(C c) => c.D != c.D || c.F == c.F || c.H != c.H || c.V != c.V || c.T != c.T || c.A[0] != c.A[0];
            bool N<T>(T[] x) where T : INumber<T> => x[0] != x[0];
            double Make() => 0.0 / 0.0;
        }
        """);

    [Fact]
    public Task Floats_are_reported_for_other_operators_than_equality() => Verify.VerifyAsync(
        """
        class C
        {
            object[] M(double x) => [[|x - x|], [|x / x|], [|x % x|]];
            bool N(C c) => [|c.D < c.D|];
            public double D { get; set; }
        }
        """);

    [Fact]
    public Task Operands_with_side_effects_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;

        class C
        {
            private volatile int _v;
            private int _i;
            int Next() => _i++;
            int Counter => ++_i;
            int Indirect => Next();
            Random R { get; } = new();
            bool M(Stream s, Queue<int> q, IEnumerator<int> e, int i, int[] a, Func<int> f) =>
                Next() == Next() || s.ReadByte() == s.ReadByte() || q.Dequeue() == q.Dequeue() || e.MoveNext() == e.MoveNext()
                || i++ == i++ || a[i++] == a[i++] || f() == f() || R.Next() == R.Next() || (i = a[0]) == (i = a[0]) || Counter == Counter || Indirect == Indirect;
            bool N() => DateTime.Now == DateTime.Now || DateTime.UtcNow - DateTime.UtcNow > TimeSpan.Zero || Guid.NewGuid() == Guid.NewGuid()
                || new object() == new object() || new C().Equals(new C()) || Environment.TickCount == Environment.TickCount || _v == _v;
            async Task<bool> O(Func<Task<int>> f) => await f() == await f();
            bool P(IEnumerable<int> lazy) => lazy.First() == lazy.First();
            bool Q(dynamic d) => d.X == d.X;
            bool S(string s) => int.TryParse(s, out var a) && int.TryParse(s, out var b);
        }
        """);

    [Fact]
    public Task Calls_that_only_look_are_reported() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class C
        {
            static bool IsShort(string s) => s.Length < 3;
            object[] M(string s, List<int> list, HashSet<string> set, int i) =>
            [
                [|s.Trim() == s.Trim()|], [|s.StartsWith("a") || s.StartsWith("a")|], [|set.Contains(s) && set.Contains(s)|],
                [|list.Count() - list.Count()|], [|Math.Abs(i) / Math.Abs(i)|], [|IsShort(s) || IsShort(s)|],
                [|list.Any(x => x > 3) && list.Any(y => y > 3)|], [|$"{s}{i}" == $"{s}{i}"|], [|s?.Length == s?.Length|], [|list[^1] - list[^1]|],
            ];
        }
        """);

    [Fact]
    public Task Patterns_tuples_and_types() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(object o, int a, string b) => [|o is string || o is string|];
            bool N(object o) => [|o is { } && o is { }|];
            bool O(object o) => [|o is > 5 and < 8 || o is > 5 and < 8|];
            bool P(int a, string b) => [|(a, b) == (a, b)|];
            bool Q<T>() => [|typeof(T) == typeof(T)|];
            bool R(object o, object p) => o is string s && p is string t;
            bool S(object o) => o is > 5 || o is > 6;
        }
        """);

    [Fact]
    public async Task What_the_compiler_reports_is_silent_and_nothing_else()
    {
        const string Source =
            """
            using System;
            using System.Linq;

            struct S { public int F; public S2 T; public static bool operator ==(S a, S b) => true; public static bool operator !=(S a, S b) => false; public static explicit operator int(S a) => 1; }
            struct S2 { public int G; }
            class Outer(int captured)
            {
                private const int K = 3;
                private static int s;
                private int f;
                private S st;
                private event Action? E;
                object[] Both(int p, byte small, string text, S value, object o, int[] array, Outer other, int? n, char c, DayOfWeek day, decimal m) =>
                [
                    p == p, f < f, this.f >= f, s != s, st.T.G == st.T.G, text == text, value == value, E == E, captured == captured, K == K, n > n,
                    DayOfWeek.Friday == DayOfWeek.Friday, o == o, small == small, array[0] == array[0], other.Inner.f == other.Inner.f, other.f == other.f,
                    text.Length == text.Length, c == c, day != day, m <= m, (p) == p, st.F == st.F, this == this, Outer.s == s, (object)text == (object)text,
                    (int)n == (int)n, (byte)p < (byte)p, (int)value == (int)value, o as string == o as string, -p == -p, text! == text!, (long)st.F == (long)st.F, (p, c) == (p, c),
                ];
                Outer Inner => this;
                object Q(int[] xs) => from x in xs where x == x select x;
            }
            """;
        var compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText(Source)], Net100.References.All, new(OutputKind.DynamicallyLinkedLibrary));
        var root = await compilation.SyntaxTrees.Single().GetRootAsync();
        var compiler = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id == "CS1718").Select(diagnostic => diagnostic.Location.SourceSpan);
        var ours = (await compilation.WithAnalyzers([new IdenticalOperandsAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.Location.SourceSpan);
        var comparisons = root.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(node => !node.IsKind(SyntaxKind.AsExpression)).ToList();

        // Each comparison is reported by one of the two, and none by both.
        Assert.Equal(35, comparisons.Count);
        Assert.Equal(comparisons.Select(node => node.Span).Order(), compiler.Concat(ours).Order());
    }

    [Fact]
    public Task Tests_of_equality_operators_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Diagnostics;

        class FactAttribute : Attribute;
        static class Assert { public static void True(bool condition) { } public static void False(bool condition) { } }
        record Money(decimal Amount);

        class Equality
        {
            private Money Value { get; } = new(3);

            [Fact]
            public void Is_reflexive()
            {
                var same = Value == Value;
                Assert.True(same);
            }

            public void Check(Money a)
            {
                Assert.True(a.Equals(a));
                Assert.False(Value != Value);
                Debug.Assert(Value.CompareWith(a) == Value.CompareWith(a) || Value == Value);
            }
        }

        class MoneyTests
        {
            bool M(Money a) => a.Amount == a.Amount;
        }

        static class X { public static int CompareWith(this Money a, Money b) => a.Amount > b.Amount ? 1 : 0; }
        """);

    [Fact]
    public Task Equality_in_a_test_project_is_silent_and_other_operators_are_not() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(string a) => a.Length == a.Length;
            int N(string a) => [|a.Length - a.Length|];
        }
        """,
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Fact]
    public Task Tests_of_arithmetic_are_silent() => Verify.VerifyAsync(
        """
        using System;

        class FactAttribute : Attribute;
        static class Assert { public static void Equal(object expected, object actual) { } }
        class Vector { public static Vector operator -(Vector a, Vector b) => a; }
        class C
        {
            [Fact]
            public void Difference(Vector v, int[] a)
            {
                var zero = v - v;
                Assert.Equal(a[0] / a[0], 1);
            }

            public object Difference(Vector v) => [|v - v|];
        }
        """);

    [Fact]
    public Task Masks_of_vectors_are_silent() => Verify.VerifyAsync(
        """
        using System.Runtime.Intrinsics;

        class C
        {
            Vector128<float> M(Vector128<float> x) => ~Vector128.Equals(x, x);
        }
        """);

    [Fact]
    public Task Literals_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            const int Minutes = 60 / 60;
            bool M() { while (1 == 1) { return null == null || -1 == -1 || 'a' - 'a' == 0; } }
        }
        """);

    [Fact]
    public Task Operators_of_a_notation_are_silent() => Verify.VerifyAsync(
        """
        class Rule
        {
            public static Rule operator |(Rule a, Rule b) => a;
            public static Rule operator /(Rule a, Rule b) => a;
            public static Rule operator &(Rule a, Rule b) => a;
        }
        class C
        {
            Rule M(Rule digit) => digit / digit | (digit & digit) | digit / digit;
        }
        """);

    [Fact]
    public Task Different_operands_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            public int X { get; set; }
            int this[int i] => i;
            bool M(C a, C b, string s, long l, uint u) =>
                a.X == b.X || a[0] == a[1] || s == s + "" || (int)l == l || (int)u - u > 0 || a.X - -a.X > 0 || s.Length == ((object)s).GetHashCode();
        }
        """);

    [Fact]
    public Task Top_level_code_and_initialisers() => Verify.VerifyAsync(
        """
        var n = args.Length;
        System.Console.WriteLine([|n - n|]);

        class C
        {
            private static readonly bool F = [|System.Environment.ProcessorCount > System.Environment.ProcessorCount|];
            public bool P { get; } = [|F && F|];
            public int Q { get => field; set => field = [|value - value|]; }
        }
        """,
        test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Chains_of_thousands_of_operands_are_no_trouble()
    {
        var sum = string.Join(" - ", Enumerable.Range(0, 3000).Select(index => "x" + (index % 7)));
        var condition = string.Join(" || ", Enumerable.Range(0, 3000).Select(index => $"x0 == {index}"));
        return Verify.VerifyAsync(
            $$"""
            class C
            {
                int M(int x0, int x1, int x2, int x3, int x4, int x5, int x6) => {{sum}};
                bool N(int x0) => {{condition}} || [|x0 == 17|];
            }
            """);
    }

    [Fact]
    public Task Trees_of_a_test_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Linq.Expressions;

        class C
        {
            void Translates(Expression<Func<C, bool>> tree) { }
            void Runs(Func<C, bool> code) { }
            bool P { get; set; }
            void M()
            {
                Translates(x => x.P && x.P);
                Runs(x => [|x.P && x.P|]);
            }
        }
        """,
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));

    [Fact]
    public Task A_type_called_Test_is_no_test_of_equality() => Verify.VerifyAsync(
        """
        class Test
        {
            bool M(string s) => [|s.Length == s.Length|];
        }
        """);
}
