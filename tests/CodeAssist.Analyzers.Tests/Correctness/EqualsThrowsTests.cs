using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.EqualsThrowsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class EqualsThrowsTests
{
    [Theory]
    [InlineData("return Equals([|(P)obj|]);")]
    [InlineData("var other = [|(P)obj|]; return other.X == X;")]
    [InlineData("return ([|(P)obj|]).X == X;")]
    [InlineData("return ([|(P)obj!|]).X == X;")]
    [InlineData("if (obj == null) return false; return Equals([|(P)obj|]);")]
    [InlineData("if (obj is null) return false; var other = [|(P)obj|]; return X == other.X;")]
    [InlineData("if (ReferenceEquals(this, obj)) return true; return X == ([|(P)obj|]).X;")]
    [InlineData("if (this == obj) return true; return X == ([|(P)obj|]).X;")]
    [InlineData("return ([|(P)obj|]).X == X && obj is P;")]
    [InlineData("return Same([|(IHasX)obj|]);")]
    public Task Casts(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("if ([|obj.GetType()|] != GetType()) return false; return Equals((P)obj);")]
    [InlineData("return [|obj.GetType()|] == typeof(P) && Equals((P)obj);")]
    [InlineData("return [|obj.GetHashCode()|] == GetHashCode();")]
    [InlineData("return [|obj.ToString()|] == ToString();")]
    [InlineData("return ReferenceEquals(this, obj) || [|obj.GetType()|] == GetType();")]
    [InlineData("var other = obj as P; return [|other.X|] == X;")]
    [InlineData("var other = obj as P; return X == [|other.X|] && other != null;")]
    [InlineData("return [|(obj as P).X|] == X;")]
    [InlineData("if (obj == null) return false; var other = obj as P; return [|other.X|] == X;")]
    public Task Member_accesses(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("return [|a.X|] == b.X;")]
    [InlineData("return [|a.Equals(b)|];")]
    [InlineData("if (ReferenceEquals(a, b)) return true; return [|a.Equals(b)|];")]
    [InlineData("if ((object)a == (object)b) return true; return [|a.X|] == b.X;")]
    [InlineData("if (a is null) return false; return [|b.X|] == a.X;")]
    public Task Operators(string statements) => Verify.VerifyAsync(
        $$"""
        #nullable disable
        class P
        {
            public int X;
            public static bool operator ==(P a, P b) { {{statements}} }
            public static bool operator !=(P a, P b) => !(a == b);
        }
        """);

    [Fact]
    public Task Structs_that_unbox() => Verify.VerifyAsync(
        """
        struct S
        {
            public int X;
            public override bool Equals(object? obj) => X == ([|(S)obj!|]).X;
        }
        """);

    [Fact]
    public Task Generic_types() => Verify.VerifyAsync(
        """
        class Box<T>
        {
            public T? Value;
            public override bool Equals(object? obj) => Equals(Value, ([|(Box<T>)obj!|]).Value);
        }
        """);

    [Fact]
    public Task The_message_names_member_use_and_argument() => Verify.VerifyAsync(
        Source("return Equals({|#0:(P)obj|});"),
        Verify.Diagnostic(0, "Equals", "(P)obj", "obj"));

    [Theory]
    [InlineData("return obj is P && Equals((P)obj);")]
    [InlineData("return obj is P other && other.X == X;")]
    [InlineData("return obj is P { X: var x } && x == X;")]
    [InlineData("if (obj is not P) return false; return Equals((P)obj);")]
    [InlineData("if (!(obj is P)) return false; var other = (P)obj; return other.X == X;")]
    [InlineData("return obj is P ? Equals((P)obj) : false;")]
    [InlineData("return obj switch { P => Equals((P)obj), _ => false };")]
    [InlineData("switch (obj) { case P other: return other.X == X; default: return false; }")]
    public Task Patterns(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("var other = obj as P; return other != null && other.X == X;")]
    [InlineData("var other = obj as P; if (other == null) return false; return other.X == X;")]
    [InlineData("var other = obj as P; if (other is null) return false; return other.X == X;")]
    [InlineData("var other = obj as P; return other?.X == X;")]
    [InlineData("return Equals(obj as P);")]
    [InlineData("return (obj as P)?.X == X;")]
    [InlineData("if (obj as P == null) return false; return Equals((P)obj);")]
    public Task Conversions_that_are_tested(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("if (obj == null || GetType() != obj.GetType()) return false; return Equals((P)obj);")]
    [InlineData("if (ReferenceEquals(null, obj)) return false; if (ReferenceEquals(this, obj)) return true; if (obj.GetType() != GetType()) return false; return Equals((P)obj);")]
    [InlineData("if (obj?.GetType() != GetType()) return false; return Equals((P)obj);")]
    [InlineData("return obj != null && obj.GetHashCode() == GetHashCode();")]
    [InlineData("return base.Equals(obj) && X == ((P)obj).X;")]
    [InlineData("return Comparable(obj) && X == ((P)obj).X;")]
    [InlineData("if (typeof(P).IsInstanceOfType(obj)) return Equals((P)obj); return false;")]
    public Task Other_guards(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("try { return Equals((P)obj); } catch (System.InvalidCastException) { return false; }")]
    [InlineData("System.Func<bool> same = () => Equals((P)obj); return obj is P && same();")]
    [InlineData("return ReferenceEquals(this, (object)obj);")]
    [InlineData("return nameof(obj.GetType) == \"\";")]
    [InlineData("return ((dynamic)obj).X == X;")]
    [InlineData("obj = new P(); return Equals((P)obj);")]
    public Task Code_that_does_not_throw_here(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("return a is null ? b is null : a.Equals(b);")]
    [InlineData("if (a is null || b is null) return ReferenceEquals(a, b); return a.X == b.X;")]
    [InlineData("if ((object)a == null) return (object)b == null; return a.Equals(b);")]
    [InlineData("return Equals(a, b);")]
    [InlineData("return ReferenceEquals(a, b);")]
    [InlineData("return a?.X == b?.X;")]
    [InlineData("return a is { } && b is { } && a.X == b.X;")]
    public Task Operators_that_test(string statements) => Verify.VerifyAsync(
        $$"""
        #nullable disable
        class P
        {
            public int X;
            public static bool operator ==(P a, P b) { {{statements}} }
            public static bool operator !=(P a, P b) => !(a == b);
        }
        """);

    [Fact]
    public Task Equality_of_known_types() => Verify.VerifyAsync(
        """
        using System;

        struct S : IEquatable<S>
        {
            public int X;
            public bool Equals(S other) => other.X == X;
            public static bool operator ==(S a, S b) => a.X == b.X;
            public static bool operator !=(S a, S b) => a.X != b.X;
        }

        class P : IEquatable<P>
        {
            public int X;
            public bool Equals(P? other) => other!.X == X;
            public bool Equals(object left, object right) => ((P)left).X == ((P)right).X;
        }

        record R(int X);
        """);

    private static string Source(string statements) =>
        $$"""
        #nullable disable
        interface IHasX { }

        class P : IHasX
        {
            public int X;
            public override bool Equals(object obj) { {{statements}} }
            bool Equals(P other) => other?.X == X;
            static bool Same(IHasX other) => true;
            static bool Comparable(object other) => other is P;
        }
        """;
}
