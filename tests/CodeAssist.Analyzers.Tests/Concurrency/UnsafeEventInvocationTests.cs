using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.UnsafeEventInvocationAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class UnsafeEventInvocationTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Threading;

        public class C
        {
            public event EventHandler? Changed;
            public static event Action? Shared;
            public Action<int>? Callback;
            internal Func<int>? Counter;
            readonly object _gate = new();
            static void Log(object? o) { }

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task An_event() => Verified("void M() { if (Changed != null) [|Changed(this, EventArgs.Empty)|]; if (null != Changed) { [|this.Changed.Invoke(this, EventArgs.Empty)|]; } }");

    [Fact]
    public Task A_delegate_field() => Verified("void M(C other) { if (Callback is not null) { Log(1); [|Callback(1)|]; } if (other.Callback is { }) [|other.Callback(1)|]; }");

    [Fact]
    public Task A_static_event_and_more_conditions() => Verified("static void M(bool b) { if (b && Shared != null && !b) [|Shared()|]; if (C.Shared != null) [|C.Shared.Invoke()|]; }");

    [Fact]
    public Task A_guard_that_leaves() => Verified("void M() { if (Changed == null) return; Log(1); [|Changed(this, EventArgs.Empty)|]; } int N() { if (Counter is null) { return 0; } return [|Counter()|]; }");

    [Fact]
    public Task Conditional_expressions() => Verified("int M() => Counter != null ? [|Counter()|] : 0; int N() => Counter == null ? 0 : [|Counter()|]; bool O() => Counter != null && [|Counter()|] > 0; bool P() => Counter == null || [|Counter()|] > 0;");

    [Fact]
    public Task The_other_branch() => Verified("void M() { if (Changed == null) Log(1); else [|Changed(this, EventArgs.Empty)|]; }");

    [Fact]
    public Task Other_ways_to_ask() => Verified(
        "void M() { if (!(Changed == null)) [|Changed(this, EventArgs.Empty)|]; if (ReferenceEquals(Changed, null)) return; [|Changed(this, EventArgs.Empty)|]; } void N() { while (Callback is object) [|Callback(1)|]; if (!(Counter != null)) Log(Counter!()); }");

    [Fact]
    public Task A_private_field_that_is_set_later() => Verified("Action? _done; void Set(Action? done) => _done = done; void M() { if (_done != null) [|_done()|]; }");

    [Fact]
    public Task The_message_names_the_event() => Verify.VerifyAsync(
        Code("void M() { if ({|#1:Changed != null|}) {|#0:Changed(this, EventArgs.Empty)|}; }"),
        Verify.Diagnostic(0, "Changed").WithLocation(1));

    [Fact]
    public Task A_local_copy_is_silent() => Verified(
        "void M() { var handler = Changed; if (handler != null) handler(this, EventArgs.Empty); if (Callback is { } call) call(1); var c = Volatile.Read(ref Callback); if (c != null) c(1); }");

    [Fact]
    public Task A_conditional_access_is_silent() => Verified("void M() { Changed?.Invoke(this, EventArgs.Empty); if (Changed != null) Changed?.Invoke(this, EventArgs.Empty); }");

    [Fact]
    public Task A_private_field_that_only_the_constructor_sets_is_silent() => Verified(
        "private Action? _done; readonly Func<int>? _count; public C(Action? done, Func<int>? count) { _done = done; _count = count; } int M() { if (_done != null) _done(); return _count != null ? _count() : 0; }");

    [Fact]
    public Task Parameters_locals_and_properties_are_silent() => Verified(
        "public Action? Done { get; set; } void M(Action? a) { if (a != null) a(); Action? b = a; if (b != null) b(); if (Done != null) Done(); }");

    [Fact]
    public Task Without_a_test_it_is_silent() => Verified("void M() { Changed!(this, EventArgs.Empty); if (Callback != null) Changed!(this, EventArgs.Empty); if (Callback == null) Callback!(1); }");

    [Fact]
    public Task Another_objects_field_is_silent() => Verified("void M(C one, C other) { if (one.Callback != null) other.Callback!(1); }");

    [Fact]
    public Task Under_a_lock_it_is_silent() => Verified("void M() { lock (_gate) { if (Changed != null) Changed(this, EventArgs.Empty); } }");

    [Fact]
    public Task An_assignment_in_between_is_silent() => Verified("void M(Action<int> a) { if (Callback != null) { Callback = a; Callback(1); } if (Callback == null) { Callback = a; } Callback(2); }");

    [Fact]
    public Task A_guard_that_stays_is_silent() => Verified("void M() { if (Changed == null) Log(1); Changed!(this, EventArgs.Empty); }");

    [Fact]
    public Task A_lambda_that_runs_later_is_silent() => Verified("Action? M() { if (Changed != null) return () => Changed(this, EventArgs.Empty); return null; }");
}
