namespace CodeAssist.Repair.Tests.BuiltIn;

public class UnsafeEventInvocationTemplateTests
{
    private static string Code(string member) =>
        $$"""
        using System;

        class C
        {
            public event EventHandler? Changed;
            public Func<int>? Counter;

            {{member}}
        }
        """;

    private static Task Repairs(string member, string expected) => RepairVerifier.RepairsAsync("CDA2012", Code(member), Code(expected));

    [Fact]
    public Task An_event() => Repairs(
        "void M() { if (Changed != null) /* tell */ Changed(this, EventArgs.Empty); }",
        "void M() { if (Changed != null) /* tell */ Changed?.Invoke(this, EventArgs.Empty); }");

    [Fact]
    public Task An_invoke_by_name() => Repairs(
        "void M() { if (Changed == null) return; this.Changed.Invoke(this, EventArgs.Empty); }",
        "void M() { if (Changed == null) return; this.Changed?.Invoke(this, EventArgs.Empty); }");

    [Fact]
    public Task A_result_that_is_used_needs_a_copy() => RepairVerifier.OffersNothingAsync("CDA2012", Code("int M() => Counter != null ? Counter() : 0;"));
}
