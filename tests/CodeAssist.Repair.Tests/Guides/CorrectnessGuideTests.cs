using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Guides;

/// <summary>What the guides of some rules of CDA1xxx allow a model to do beyond the flagged statement, and what they do not.</summary>
public class CorrectnessGuideTests
{
    private static string Code(string member) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;

        class C
        {
            private readonly int _x = 1;
            private readonly string _name = "";
            private readonly HashSet<int> _set = [];
            private int _count;

            public int Size => _name.Length + _x;
            void A(int x) => _count += x;
            void B(int x) => _count -= x;
            bool Test(int x) => x > _count;

            {{member}}
        }
        """;

    private static async Task<string?> RejectedBy(string id, string before, string after)
    {
        var outcome = await RepairVerifier.RepairAsync(Code(before), id, new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(after))));
        return outcome.Edit is null ? outcome.Attempts.Last(attempt => attempt.Verdict is not null).Verdict!.Failure!.Name : null;
    }

    private static string M(string statements) => "int M(bool b, int x, int y, List<int> list)\n    {\n        " + statements + "\n        return x + y;\n    }";

    [Theory]
    [InlineData("if (b) A(x); else A(x);", "if (b) A(x); else B(x);")]
    [InlineData("if (b) A(x); else A(x);", "if (b) A(x); else A(y);")]
    [InlineData("if (b) x = 1; else x = 1;", "if (b) x = 1; else y = 1;")]
    [InlineData("if (b) { A(x); x++; } else { A(x); x++; }", "if (b) { A(x); x++; } else { A(x); x--; }")]
    [InlineData("switch (x) { case 1: A(x); break; default: A(x); break; }", "switch (x) { case 1: A(x); break; default: B(x); break; }")]
    [InlineData("y = b ? x + 1 : x + 1;", "y = b ? x + 1 : x - 1;")]
    public async Task One_branch_of_identical_ones_may_change(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1003", M(before), M(after)));

    [Theory]
    [InlineData("if (b) A(x); else A(x);", "if (b) B(x); else A(y);")]
    [InlineData("if (b) A(x); else A(x);", "if (Test(x)) A(x); else B(x);")]
    [InlineData("if (b) { A(x); x++; } else { A(x); x++; }", "if (b) { A(x); x++; } else { x++; }")]
    [InlineData("if (b) A(x); else A(x);", "if (b) A(x); else { A(x); B(x); }")]
    [InlineData("if (b) A(x); else A(x);", "if (b) A(x);")]
    [InlineData("A(y); if (b) A(x); else A(x);", "A(x); if (b) A(x); else B(x);")]
    public async Task Other_changes_of_identical_branches_are_drift(string before, string after) =>
        Assert.Equal("behaviour", await RejectedBy("CDA1003", M(before), M(after)));

    [Theory]
    [InlineData("for (int i = 0; i < y; i++) for (int j = 0; j < y; i++) A(i + j);", "for (int i = 0; i < y; i++) for (int j = 0; j < y; j++) A(i + j);")]
    [InlineData("for (int j = 0, k = 0; j < y; k++) A(j + k);", "for (int j = 0, k = 0; k < y; k++) A(j + k);")]
    public async Task Of_a_loop_the_step_or_the_condition_may_change(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1014", M(before), M(after)));

    [Theory]
    [InlineData("for (int j = 0, k = 0; j < y; k++) A(j + k);", "for (int j = 0, k = 0; j < y; j++) A(k + j);")]
    [InlineData("for (int j = 0, k = 0; j < y; k++) A(j + k);", "for (int j = 0, k = 0; k <= y; k++) A(j + k);")]
    [InlineData("for (int j = 0, k = 0; j < y; k++) A(j + k);", "for (int j = 0, k = 1; k < y; k++) A(j + k);")]
    public async Task Other_changes_of_the_loop_are_drift(string before, string after) =>
        Assert.Equal("behaviour", await RejectedBy("CDA1014", M(before), M(after)));

    [Theory]
    [InlineData("if (b)\n            A(x);\n            B(y);", "if (b)\n        {\n            A(x);\n            B(y);\n        }")]
    [InlineData("while (Test(x))\n            A(x);\n            x++;", "while (Test(x))\n        {\n            A(x);\n            x++;\n        }")]
    public async Task A_misplaced_statement_may_get_braces(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1015", M(before), M(after)));

    [Theory]
    [InlineData("if (b)\n            A(x);\n            B(y);", "if (b)\n            A(x);")]
    [InlineData("if (b)\n            A(x);\n            B(y);", "if (b)\n        {\n            B(y);\n            A(x);\n        }")]
    [InlineData("if (b)\n            A(x);\n            B(y);\n        A(y);", "if (b)\n        {\n            A(x);\n            B(y);\n            A(y);\n        }")]
    [InlineData("if (b)\n            A(x);\n            B(y);", "{\n            A(x);\n            B(y);\n        }")]
    public async Task A_misplaced_statement_may_not_be_lost_or_reordered(string before, string after) =>
        Assert.Equal("behaviour", await RejectedBy("CDA1015", M(before), M(after)));

    [Theory]
    [InlineData("foreach (var z in list) { if (Test(z)) return 1; else return 2; }", "foreach (var z in list) { if (Test(z)) return 1; }")]
    [InlineData("foreach (var z in list) { A(z); break; }", "foreach (var z in list) { A(z); }")]
    [InlineData("foreach (var z in list) { A(z); break; }", "foreach (var z in list) { A(z); if (z == x) break; }")]
    public async Task A_way_out_may_go_or_get_a_condition(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1011", M(before), M(after)));

    [Theory]
    [InlineData("foreach (var z in list) { A(z); break; }", "A(x);")]
    [InlineData("foreach (var z in list) { A(z); break; }", "foreach (var z in list) { B(z); }")]
    public async Task What_the_loop_does_stays(string before, string after) =>
        Assert.Equal("behaviour", await RejectedBy("CDA1011", M(before), M(after)));

    [Theory]
    [InlineData("public override int GetHashCode() => HashCode.Combine(_x, _name);", "public override int GetHashCode() => _x;")]
    [InlineData("public override int GetHashCode() => HashCode.Combine(_x, _name);", "public override int GetHashCode() => HashCode.Combine(_x);")]
    [InlineData("public override int GetHashCode() => 0;", "public override int GetHashCode() => _x;")]
    [InlineData("public override int GetHashCode() { return 0; }", "public override int GetHashCode() { return _x.GetHashCode(); }")]
    public async Task A_hash_code_may_be_made_of_what_Equals_compares(string before, string after)
    {
        const string Equality = "public override bool Equals(object? o) => o is C c && c._x == _x;\n    ";
        Assert.Null(await RejectedBy("CDA1024", Equality + before, after));
    }

    [Theory]
    [InlineData("public override bool Equals(object? o) => o is C;", "public override bool Equals(object? o) => o is C c && c._x == _x;")]
    [InlineData("public override bool Equals(object? o) { return o is C; }", "public override bool Equals(object? o) { return o is C c && c._name == _name && c._x == _x; }")]
    public async Task An_Equals_may_compare_state(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1024", before + "\n    public override int GetHashCode() => _x;", after));

    [Theory]
    [InlineData("Debug.Assert(_set.Remove(x));", "bool removed = _set.Remove(x);\n        Debug.Assert(removed);")]
    [InlineData("Debug.Assert(b && _set.Remove(x));", "var removed = b && _set.Remove(x);\n        Debug.Assert(removed);")]
    public async Task An_effect_may_leave_the_assertion(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1030", M(before), M(after)));

    [Theory]
    [InlineData("Debug.Assert(_set.Remove(x));", "Debug.Assert(_set.Contains(x));")]
    [InlineData("Debug.Assert(_set.Remove(x));", "_set.Remove(x);")]
    [InlineData("Debug.Assert(_set.Remove(x));", "var removed = _set.Remove(x);\n        Debug.Assert(true);\n        if (!removed) return 0;")]
    public async Task Neither_the_effect_nor_the_assertion_may_vanish(string before, string after) =>
        Assert.NotNull(await RejectedBy("CDA1030", M(before), M(after)));

    [Theory]
    [InlineData("long l = (long)(x << 32);", "long l = (long)x << 32;")]
    [InlineData("y = x >> 0;", "y = x;")]
    [InlineData("y = x << 33;", "y = x << 3;")]
    public async Task A_shift_may_be_widened_left_out_or_get_another_count(string before, string after) =>
        Assert.Null(await RejectedBy("CDA1021", M(before), M(after)));

    [Theory]
    [InlineData("y = x << 32;", "y = 0;")]
    [InlineData("y = x << 32;", "y = y << 3;")]
    public async Task What_is_shifted_stays(string before, string after) =>
        Assert.Equal("behaviour", await RejectedBy("CDA1021", M(before), M(after)));
}
