using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.PropertyUsesWrongFieldAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class PropertyUsesWrongFieldTests
{
    [Theory]
    [InlineData("_firstName", "_lastName")]
    [InlineData("m_firstName", "m_lastName")]
    [InlineData("firstName", "lastName")]
    [InlineData("_FirstName", "_LastName")]
    [InlineData("first_name", "last_name")]
    [InlineData("firstName_", "lastName_")]
    public Task Every_way_to_name_a_field(string first, string last) => Verify.VerifyAsync(
        $$"""
        class Person
        {
            private string {{first}} = "", {{last}} = "";
            public string FirstName { get => {{first}}; set => {{first}} = value; }
            public string LastName
            {
                get { return [|{{first}}|]; }
                set { [|this.{{first}}|] = value; }
            }
        }
        """);

    [Fact]
    public Task Static_properties() => Verify.VerifyAsync(
        """
        class Settings
        {
            private static int s_width, s_height;
            public static int Width { get => s_width; set => s_width = value; }
            public static int Height { get => [|s_width|]; set => [|Settings.s_width|] = value; }
        }
        """);

    [Fact]
    public Task The_message_names_property_and_fields() => Verify.VerifyAsync(
        """
        class C
        {
            private readonly int _x = 1, _y = 2;
            public int X => _x;
            public int Y => {|#0:_x|};
        }
        """,
        Verify.Diagnostic(0, "Y", "_x", "_y"));

    [Fact]
    public Task A_field_that_belongs_to_no_property() => Verify.VerifyAsync(
        """
        class C
        {
            private string _name = "", _title = "";
            private int _size, _count;
            public string Name => [|_title|];
            public int Count { get => _count; set { [|_size|] = value; Changed(); } }
            void Changed() { }
        }
        """);

    [Fact]
    public Task Accessors_that_do_more() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            private readonly object _gate = new();
            private bool _disposed;
            private int _width, _height;
            private string _first = "", _last = "";
            private List<int>? _odd, _even;
            public int Width { get { if (_disposed) throw new ObjectDisposedException("c"); return _width; } set => _width = value; }
            public int Height
            {
                get { if (_disposed) throw new ObjectDisposedException("c"); lock (_gate) return [|_width|]; }
                set
                {
                    if (value < 0)
                        throw new ArgumentOutOfRangeException(nameof(value));
                    if (_height == value)
                        return;
                    [|_width|] = value;
                    Changed();
                }
            }
            public string First { get => _first; init => _first = value; }
            public string Last { get => _last; init => [|_first|] = value ?? throw new ArgumentNullException(nameof(value)); }
            public List<int> Odd => _odd ??= new();
            public List<int> Even => [|_odd|] ??= new();
            void Changed() { }
        }
        """);

    [Fact]
    public Task Structs_records_generics_and_partial_types() => Verify.VerifyAsync(
        """
        struct Point
        {
            private int _x, _y;
            public int X { readonly get => _x; set => _x = value; }
            public int Y { readonly get => [|_x|]; set => [|_x|] = value; }
        }
        record Pair<TKey>(TKey Other)
        {
            private TKey? _one, _two;
            public TKey? One => _one;
            public TKey? Two => [|_one|];
        }
        partial class Part { private int _a1, _b1; }
        partial class Part { public int A1 => _a1; public int B1 => [|_a1|]; }
        """);

    [Fact]
    public Task Right_fields_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private string _name = "";
            private string? m_title;
            private int url;
            public string Name { get => _name; set => _name = value; }
            public string? Title { get { return this.m_title; } set { if (m_title == value) return; m_title = value; } }
            public int URL { get => url; set => url = value; }
            public int Auto { get; set; }
        }
        """);

    [Fact]
    public Task Set_helpers_by_reference_are_silent() => Verify.VerifyAsync(
        """
        using System.Threading;

        class C
        {
            private int _width, _height;
            private bool Set<T>(ref T field, T value) { field = value; return true; }
            private T Get<T>(ref T field) => field;
            public int Width { get => Get(ref _width); set => Set(ref _width, value); }
            public int Height { get => Get(ref _width); set => Set(ref _width, value); }
            public int Other { get => Volatile.Read(ref _width); set => Interlocked.Exchange(ref _height, value); }
        }
        """);

    [Fact]
    public Task Constants_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private const int DefaultSize = 3;
            private const int size = 4;
            private int _other, _limit;
            public int Limit { get => DefaultSize; set => _limit = value; }
            public int Size => _other;
        }
        """);

    [Fact]
    public Task Static_and_instance_fields_are_not_mixed() => Verify.VerifyAsync(
        """
        class C
        {
            private static string s_name = "", s_shared = "";
            private string _label = "", _title = "";
            public string Name => _label;
            public string Title => s_shared;
            public static string Label => s_shared;
        }
        """);

    [Fact]
    public Task Computed_properties_are_silent() => Verify.VerifyAsync(
        """
        using System.Linq;

        class C
        {
            private int _width, _height, _area, _count;
            private string? _name, _displayName, _text;
            private int[] _items = [];
            private C? _inner;
            public int Width => _width;
            public string? Name => _name;
            public int Height => -_width;
            public int Area => _width * _height;
            public int Count => _items.Length;
            public string DisplayName => _displayName ?? _name ?? "";
            public string Text { get { if (_name is null) return ""; return _name; } set => _text = value.Trim(); }
            public int Inner { get => _inner!._width; set => _inner!._width = value; }
            public int Total { get => _items.Sum(); set => _height = value / 2; }
        }
        class D(C inner)
        {
            private readonly C _inner = inner;
            private int _area;
            public int Area { get => _inner.Width; set { _area = value * 2; Both = value; } }
            public int Both { get; set; }
        }
        """);

    [Fact]
    public Task Base_members_are_silent() => Verify.VerifyAsync(
        """
        class Base
        {
            protected int _id, _code;
            public virtual int Number { get; set; }
        }
        class Derived : Base
        {
            private int _number, _other;
            public int Id => _other;
            public int Other => _id;
            public override int Number { get => base.Number; set { base.Number = value; _other = value; } }
        }
        """);

    [Fact]
    public Task Properties_without_a_unique_match_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private int _size, m_size, _other;
            public int Size => _other;
            public int Length => _other;
        }
        """);

    [Fact]
    public Task The_keyword_field_is_the_property_s_own() => Verify.VerifyAsync(
        """
        class C
        {
            private string _name = "", _other = "";
            public string Name { get => field ?? _other; set => field = value; } = "";
            public string Other { get => _other; set { field = value; _name = value; } }
            public int Count { get => field; set => field = value; }
        }
        """);

    [Fact]
    public Task Fields_of_another_type_are_silent() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Collections.ObjectModel;

        class C
        {
            private readonly List<int> _items = [];
            private readonly ReadOnlyCollection<int> _view;
            private int? _limit;
            private int _default;
            public C() => _view = new(_items);
            public IReadOnlyList<int> Items => _view;
            public int Limit { get => _default; set => _limit = value; }
        }
        """);

    [Fact]
    public Task Fields_whose_name_extends_the_property_s_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private double _scale, _requestedScale, _scaleOverride;
            public double Scale { get => _scale; set { _requestedScale = value; Update(); } }
            public double ScaleNow => _scaleOverride;
            void Update() => _scale = _requestedScale;
        }
        """);

    [Fact]
    public Task Setters_that_take_care_of_their_own_field_are_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private int _start, _end;
            public int Start { get => _start; set { _start = value; if (_end < value) _end = value; } }
            public int End { get => _end; set { (_end, _start) = (value, 0); } }
        }
        class D
        {
            private string _text = "", _label = "";
            private readonly string _fixed = "";
            public string Text { get => _text; set { _label = value; _text = value.Trim(); } }
            public string Label { get => _label; set => _label = value; }
            public string Fixed { get => _fixed; set => _label = value; }
        }
        """);

    [Fact]
    public Task Properties_that_turn_around_on_purpose_are_silent() => Verify.VerifyAsync(
        """
        class TransposedMatrix
        {
            private int _rows, _columns;
            public int Rows => _columns;
            public int Columns => _rows;
        }
        interface INamed { string Name { get; } }
        class C : INamed
        {
            private string _name = "", _title = "";
            public string Title => _title;
            string INamed.Name => _title;
        }
        """);

    [Fact]
    public Task A_field_that_another_property_shows_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            private string _name = "", _qualified = "";
            public string Escaped => _name.Replace("-", "--");
            public string Name => _qualified;
        }
        """);

    [Fact]
    public Task Indexers_methods_and_lambdas_are_silent() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            private int _item, _other;
            private Func<int>? _make;
            public int Other => _other;
            [System.Runtime.CompilerServices.IndexerName("Item")] public int this[int i] => _other;
            public int GetItem() => _item;
            public Func<int> Make { get { Func<int> f = () => { return _other; }; return f; } }
        }
        """);

    [Fact]
    public Task A_getter_that_throws_for_null() => Verify.VerifyAsync(
        """
        using System;

        class C
        {
            private object? _left, _right;
            public object Left => _left ?? throw new InvalidOperationException();
            public object Right => [|_left|] ?? throw new InvalidOperationException();
        }
        """);
}
