using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.EqualsIgnoresStateAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class EqualsIgnoresStateTests
{
    private static string Type(string members, string kind = "class C : B") =>
        $$"""
        #pragma warning disable CS0659, CS0660, CS0661
        using System;
        using System.Collections.Generic;

        class B { protected int Inherited; }

        {{kind}}
        {
            private readonly int _x = 1;
            private string _name = "";
            public int Y { get; set; }
            public string Name => _name;
            public int Sum => _x + Y;
            public C() { }
            {{members}}
        }
        """;

    private const string Good = "public override bool Equals(object? o) => o is C c && c._x == _x;";

    [Theory]
    [InlineData("public override bool [|Equals|](object? o) => o is C;")]
    [InlineData("public override bool [|Equals|](object? o) { return o != null && o.GetType() == typeof(C); }")]
    [InlineData("public bool [|Equals|](C? other) => other is not null;")]
    [InlineData("public override bool [|Equals|](object? o) => o is C c && c._x == c._x + 0;")]
    [InlineData("public override bool [|Equals|](object? o) => false;")]
    public Task An_Equals_that_reads_nothing(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("public override int [|GetHashCode|]() => 42;")]
    [InlineData("public override int [|GetHashCode|]() { return typeof(C).GetHashCode(); }")]
    public Task A_GetHashCode_that_reads_nothing(string members) => Verify.VerifyAsync(Type(Good + members));

    [Theory]
    [InlineData("public override int GetHashCode() => HashCode.Combine(_x, [|_name|]);")]
    [InlineData("public override int GetHashCode() => _x ^ [|Y|];")]
    [InlineData("public override int GetHashCode() => this._x ^ [|this.Name|].GetHashCode();")]
    [InlineData("public override int GetHashCode() { var hash = _x * 31; return hash + [|_name|].GetHashCode() + _name.Length; }")]
    public Task A_hash_of_what_Equals_ignores(string members) => Verify.VerifyAsync(Type(Good + members));

    [Fact]
    public Task The_message_names_member_and_state() => Verify.VerifyAsync(
        Type("public override bool {|#0:Equals|}(object? o) => o is C; public bool Equals(C c) => c._x == _x; public override int GetHashCode() => {|#1:_name|}.Length;"),
        Verify.Diagnostic(0, "Equals", "_x, _name, Y"),
        Verify.Diagnostic(1, "Equals", "_name"));

    [Theory]
    [InlineData("public override bool Equals(object? o) => throw new NotSupportedException();")]
    [InlineData("public override bool Equals(object? o) { throw new NotSupportedException(); }")]
    [InlineData("public override int GetHashCode() => throw new NotSupportedException(); " + Good)]
    public Task Throwing_members_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("public override bool Equals(object? o) => base.Equals(o);")]
    [InlineData("public override int GetHashCode() => base.GetHashCode(); " + Good)]
    [InlineData("public override bool Equals(object? o) => ReferenceEquals(this, o);")]
    [InlineData("public override bool Equals(object? o) => Equals(o as C); public bool Equals(C? c) => c != null && c._x == _x;")]
    public Task Base_calls_and_identity_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Fact]
    public Task Types_without_state_singletons_records_and_ref_structs_are_silent() => Verify.VerifyAsync(
        """
        using System;

        class Marker
        {
            public static int Count;
            public override bool Equals(object? o) => o is Marker;
            public override int GetHashCode() => 1;
        }

        class Nothing
        {
            public static readonly Nothing Instance = new();
            private readonly string _text = "nothing";
            public override bool Equals(object? o) => o is Nothing;
            public override int GetHashCode() => _text.Length;
        }

        record Person(string Name, int Age)
        {
            public override int GetHashCode() => Name.GetHashCode();
        }

        ref struct View
        {
            public int X;
            public override bool Equals(object? o) => false;
            public override int GetHashCode() => 0;
        }

        class Comparer : System.Collections.Generic.IEqualityComparer<string>
        {
            private int _calls = 1;
            public int Calls => _calls;
            public bool Equals(string? a, string? b) => a == b;
            public int GetHashCode(string s) => s.Length;
        }
        """);

    [Theory]
    [InlineData("public override int GetHashCode() => 0; // mutable\n" + Good)]
    [InlineData("// all are equal\npublic override bool Equals(object? o) => o is C;")]
    [InlineData("public override int GetHashCode() => 0;")]
    public Task Explained_ones_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("public override int GetHashCode() => _x; " + Good)]
    [InlineData("public override int GetHashCode() => _x ^ Inherited; " + Good)]
    [InlineData("public override int GetHashCode() => _name.Length; public override bool Equals(object? o) => o is C c && c.Name == Name;")]
    [InlineData("public override int GetHashCode() => _name.Length; public override bool Equals(object? o) => o is C c && c.Sum == Sum;")]
    [InlineData("public override int GetHashCode() => _name.Length; public override bool Equals(object? o) => o is C c && Same(c); bool Same(C c) => c._name == _name;")]
    [InlineData("public override int GetHashCode() => _name.Length; public override bool Equals(object? o) => o is C c && c.ToString() == ToString();")]
    [InlineData("int _hashCode; public override int GetHashCode() => _hashCode; " + Good)]
    [InlineData("int _h; public override int GetHashCode() { if (_h == 0) _h = _x; return _h; } " + Good)]
    [InlineData("public override int GetHashCode() => Sum; " + Good)]
    [InlineData("public override int GetHashCode() => _name.Length + _x; public override bool Equals(object? o) => o is C c && c == this; public static bool operator ==(C a, C b) => a._x == b._x && a._name == b._name; public static bool operator !=(C a, C b) => !(a == b);")]
    public Task Hash_codes_that_agree_or_that_are_not_known_to_disagree_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Fact]
    public Task A_primary_constructors_parameter_is_state() => Verify.VerifyAsync(
        """
        class P(int x)
        {
            private int _y = 2;
            public int Y => _y;
            public int X => x;
            public override bool Equals(object? o) => o is P p && p.X == x;
            public override int GetHashCode() => x;
        }
        """);
}
