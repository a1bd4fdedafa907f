using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.InfiniteRecursionAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class InfiniteRecursionTests
{
    private static string Type(string members) =>
        $$"""
        #nullable disable
        #pragma warning disable CS0660, CS0661
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class B
        {
            public virtual int V(int n) => n;
            public virtual int P { get; set; }
        }

        class C : B
        {
            private int _x;
            private C _next;
            {{members}}
        }
        """;

    [Theory]
    [InlineData("int Q => [|Q|];")]
    [InlineData("int Q { get { return [|Q|] + 1; } }")]
    [InlineData("int Q { get => _x; set => [|Q|] = value; }")]
    [InlineData("int Q { get => _x; set { _x = 1; [|this.Q|] = value; } }")]
    [InlineData("int this[int i] => [|this[i]|];")]
    public Task Properties(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("int M(int n) => [|M(n)|];")]
    [InlineData("int M(int n) => [|M(n - 1)|] + n;")]
    [InlineData("void M() { _x++; [|M()|]; }")]
    [InlineData("int M(int n) { if (n > 0) return [|M(n - 1)|]; else return M(n + 1); }")]
    [InlineData("int M(int n) => n > 0 ? [|M(n - 1)|] : M(n + 1);")]
    [InlineData("static T M<T>(T t) => [|M<T>(t)|];")]
    [InlineData("public override int V(int n) { return [|V(n)|]; }")]
    [InlineData("bool M(int n) => [|M(n)|] && n > 0;")]
    public Task Methods(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("public static bool operator ==(C a, C b) => [|a == null|] ? b is null : a.Equals(b); public static bool operator !=(C a, C b) => !(a == b);")]
    [InlineData("public static C operator +(C a, C b) => [|a + b|];")]
    [InlineData("public static explicit operator string(C c) => [|(string)c|];")]
    public Task Operators(string members) => Verify.VerifyAsync(Type(members));

    [Fact]
    public Task The_message_names_the_member() => Verify.VerifyAsync(
        Type("int Q => {|#0:Q|}; int M(int n) => {|#1:M(n)|}; int this[int i] => {|#2:this[i]|};"),
        Verify.Diagnostic(0, "Q"),
        Verify.Diagnostic(1, "M"),
        Verify.Diagnostic(2, "this[]"));

    [Theory]
    [InlineData("int M(int n) => n == 0 ? 0 : M(n - 1);")]
    [InlineData("int M(int n) { if (n == 0) return 0; return M(n - 1); }")]
    [InlineData("int M(int n) { if (n == 0) throw new Exception(); return M(n - 1); }")]
    [InlineData("bool M(int n) => n > 0 && M(n - 1);")]
    [InlineData("int Q => _x > 0 ? _x : Q;")]
    [InlineData("C Q => _next ?? Q;")]
    [InlineData("int M(int n) => n switch { 0 => 0, _ => M(n - 1) };")]
    [InlineData("void M(int n) { while (n > 0) { M(--n); } }")]
    [InlineData("void M(int n) { while (true) { if (n > 0) M(n - 1); } }")]
    [InlineData("void M(List<int> list) { foreach (var item in list) M(list); }")]
    [InlineData("void M() { try { Console.ReadLine(); M(); } catch { } }")]
    public Task Guards_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("public override int V(int n) => base.V(n);")]
    [InlineData("public override int P { get => base.P; set => base.P = value; }")]
    public Task Base_calls_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("IEnumerable<int> M() { yield return 1; foreach (var i in M()) yield return i; }")]
    [InlineData("IEnumerable<int> M() { foreach (var i in M()) yield return i; }")]
    [InlineData("async Task M() { await Task.Delay(1); await M(); }")]
    [InlineData("event Action E { add { E += value; } remove { E -= value; } }")]
    public Task Iterators_async_methods_and_event_accessors_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("int M(int n) => _next.M(n);")]
    [InlineData("int Q => _next.Q;")]
    [InlineData("public static bool operator ==(C a, C b) => a._next == b._next; public static bool operator !=(C a, C b) => !(a == b);")]
    public Task A_changed_receiver_is_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("int M(int n) => M((long)n); int M(long n) => (int)n;")]
    [InlineData("Func<int> M() => () => M()();")]
    [InlineData("Action M() { void Local() => M(); return Local; }")]
    [InlineData("string Q => nameof(Q);")]
    [InlineData("int Q { get { return _x; } set { _x = value + Q; } }")]
    [InlineData("int Q { get { Q = 1; return _x; } set { _x = value; } }")]
    [InlineData("C() : this(1) { } C(int n) { }")]
    public Task Other_members_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Fact]
    public Task A_type_that_is_not_found_is_no_call_of_the_property_with_its_name() => Verify.VerifyAsync(
        """
        class C
        {
            protected virtual {|CS0246:Version|} Version => Version.{|CS1061:Latest|};
        }
        """);

    [Fact]
    public Task Extension_methods() => Verify.VerifyAsync(
        """
        class Node { public Node Next = null!; }

        static class Extensions
        {
            public static int Depth(this Node node) => node.Next.Depth() + 1;
            public static string Text(this Node node) => [|node.Text()|];
        }
        """);

    [Fact]
    public Task Local_functions() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            void M(int n)
            {
                int Count(int k) => [|Count(k)|];
                static int Product(int k) { return k * [|Product(k - 1)|]; }
                int Guarded(int k) => k > 0 ? Guarded(k - 1) : 0;
                IEnumerable<int> Each() { yield return 1; foreach (var x in Each()) yield return x; }
                void Later() { Action act = () => Later(); }
            }
        }
        """);

    [Fact]
    public Task Async_methods_that_wait_for_nothing_else() => Verify.VerifyAsync(
        """
        using System.Threading.Tasks;

        class C
        {
            async Task<int> Get(int n) => await [|Get(n)|];
            async Task Run() { await [|Run()|].ConfigureAwait(false); }
            async Task Poll() { await Task.Delay(1000); await Poll(); }
        }
        """);

    [Fact]
    public Task A_using_is_no_way_out() => Verify.VerifyAsync(
        """
        using System;
        using System.IO;

        class C
        {
            int Read(string path) { using var reader = new StringReader(path); return [|Read(path)|]; }
            int Try(int n) { try { return Try(n + 1); } catch (InsufficientExecutionStackException) { return n; } }
        }
        """);
}
