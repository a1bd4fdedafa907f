using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.UnsubscribeLambdaAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class UnsubscribeLambdaTests
{
    [Theory]
    [InlineData("(s, e) => Handle(s, e)")]
    [InlineData("static (s, e) => { }")]
    [InlineData("delegate { }")]
    [InlineData("delegate (object? s, EventArgs e) { Handle(s, e); }")]
    [InlineData("async (s, e) => await System.Threading.Tasks.Task.Yield()")]
    public Task Lambdas_and_anonymous_methods(string handler) => Verify.VerifyAsync(Source($"source.Changed -= [|{handler}|];"));

    [Fact]
    public Task Casts_parentheses_and_delegate_creations() => Verify.VerifyAsync(Source(
        """
        source.Changed -= ([|(s, e) => { }|]);
        source.Changed -= (EventHandler)([|(s, e) => { }|]);
        source.Changed -= new EventHandler([|(s, e) => { }|]);
        """));

    [Fact]
    public Task Own_static_custom_and_conditional_events() => Verify.VerifyAsync(Source(
        """
        Own -= [|(s, e) => { }|];
        this.Own -= [|(s, e) => { }|];
        Source.Shared -= [|x => { }|];
        source.Custom -= [|(s, e) => { }|];
        Action stop = () => source.Changed -= [|(s, e) => { }|];
        """));

    [Fact]
    public Task The_message_names_the_event() => Verify.VerifyAsync(
        Source("source.Changed -= {|#0:(s, e) => { }|};"),
        Verify.Diagnostic(0, "Changed"));

    [Fact]
    public Task Subscribing_is_silent() => Verify.VerifyAsync(Source("source.Changed += (s, e) => { };"));

    [Fact]
    public Task Methods_and_kept_delegates_are_silent() => Verify.VerifyAsync(Source(
        """
        EventHandler kept = (s, e) => { };
        source.Changed += kept;
        source.Changed -= kept;
        source.Changed -= Handle;
        source.Changed -= new EventHandler(Handle);
        source.Changed -= null;
        """));

    [Fact]
    public Task Delegates_that_are_no_events_are_silent() => Verify.VerifyAsync(Source(
        """
        EventHandler? many = Handle;
        many -= (s, e) => { };
        source.Plain -= (s, e) => { };
        """));

    [Fact]
    public Task A_handler_that_is_found_by_a_call_is_silent() => Verify.VerifyAsync(Source(
        """
        source.Changed -= Find(() => true);
        static EventHandler Find(Func<bool> choice) => (s, e) => { };
        """));

    private static string Source(string statements) =>
        $$"""
        using System;

        class Source
        {
            public EventHandler? Plain;
            public event EventHandler? Changed { add { } remove { } }
            public event EventHandler? Custom { add { Plain += value; } remove { Plain -= value; } }
            public static event Action<int>? Shared { add { } remove { } }
        }

        class C
        {
            private event EventHandler? Own;

            void M(Source source)
            {
                {{statements}}
                Own?.Invoke(this, EventArgs.Empty);
            }

            void Handle(object? sender, EventArgs e) { }
        }
        """;
}
