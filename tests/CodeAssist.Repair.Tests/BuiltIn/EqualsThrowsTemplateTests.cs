namespace CodeAssist.Repair.Tests.BuiltIn;

public class EqualsThrowsTemplateTests
{
    private const string Id = "CDA1039";

    [Theory]
    [InlineData("=> Equals((P)obj);", "=> obj is P && Equals((P)obj);")]
    [InlineData("=> X == ((P)obj).X || X == 0; // all", "=> obj is P && (X == ((P)obj).X || X == 0); // all")]
    [InlineData("{ return X == ((P)obj).X; }", "{ return obj is P && X == ((P)obj).X; }")]
    [InlineData("=> (obj as P).X == X;", "=> obj is P && (obj as P).X == X;")]
    [InlineData("=> obj.GetType() == GetType() && Equals((P)obj);", "=> obj?.GetType() == GetType() && Equals((P)obj);")]
    [InlineData("=> obj.GetHashCode() == GetHashCode();", "=> obj is not null && obj.GetHashCode() == GetHashCode();")]
    public Task Returned_expressions(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task A_cast_in_a_statement_gets_a_guard() => RepairVerifier.RepairsAsync(
        Id,
        Source(
            """
            {
                    // compares
                    var other = (P)obj;
                    return other.X == X;
                }
            """),
        Source(
            """
            {
                    // compares
                    if (obj is not P)
                        return false;
                    var other = (P)obj;
                    return other.X == X;
                }
            """));

    [Fact]
    public Task A_conversion_in_a_statement_is_tested_where_it_is_used() => RepairVerifier.RepairsAsync(
        Id,
        Source("{\n        var other = obj as P;\n        var x = other.X;\n        return x == X;\n    }"),
        Source("{\n        var other = obj as P;\n        if (other is null)\n            return false;\n        var x = other.X;\n        return x == X;\n    }"));

    [Fact]
    public Task A_type_comparison_in_a_condition() => RepairVerifier.RepairsAsync(
        Id,
        Source("{\n        if (obj.GetType() != GetType())\n            return false;\n        return Equals((P)obj);\n    }"),
        Source("{\n        if (obj?.GetType() != GetType())\n            return false;\n        return Equals((P)obj);\n    }"));

    [Theory]
    [InlineData("=> a.Equals(b);", "=> a is null ? b is null : a.Equals(b);")]
    [InlineData("=> a.X == b.X;", "=> a is null ? b is null : b is not null && a.X == b.X;")]
    [InlineData(
        "{\n        var x = a.X;\n        return x == b.X;\n    }",
        "{\n        if (a is null || b is null)\n            return a is null && b is null;\n        var x = a.X;\n        return x == b.X;\n    }")]
    public Task Operators(string before, string after) => RepairVerifier.RepairsAsync(Id, Operator(before), Operator(after));

    [Fact]
    public Task A_cast_to_a_nullable_type_gets_no_template() => RepairVerifier.OffersNothingAsync(
        Id, Source("=> (int?)obj == X;"));

    private static string Source(string body) =>
        $$"""
        #nullable disable
        sealed class P
        {
            public int X;
            public override bool Equals(object obj) {{body}}
            bool Equals(P other) => other != null && other.X == X;
            public override int GetHashCode() => X;
        }
        """;

    private static string Operator(string body) =>
        $$"""
        #nullable disable
        sealed class P
        {
            public int X;
            public bool Equals(P other) => other?.X == X;
            public static bool operator ==(P a, P b) {{body}}
            public static bool operator !=(P a, P b) => !(a == b);
            public override bool Equals(object obj) => Equals(obj as P);
            public override int GetHashCode() => X;
        }
        """;
}
