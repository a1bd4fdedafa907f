using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.AwaitNullConditionalAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class AwaitNullConditionalTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        public class Node
        {
            public Node? Next { get; set; }
            public Func<Task>? Callback;
            public Task SaveAsync() => Task.CompletedTask;
            public Task<int> CountAsync() => Task.FromResult(1);
            public ValueTask CloseAsync() => default;
        }

        public class C
        {
            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    private static Task VerifiedWithoutNullable(string members) =>
        Verify.VerifyAsync("#nullable disable warnings\n#nullable disable annotations\n" + Code(members).Replace("Node?", "Node").Replace(">?", ">"));

    [Fact]
    public Task A_method() => Verified("async Task M(Node? node, Node? other) { await [|node?.SaveAsync()|]; var n = await [|other?.CountAsync()|]; await node?.SaveAsync()!; }");

    [Fact]
    public Task A_chain() => Verified("async Task M(Node node) { await [|node.Next?.SaveAsync()|]; await [|node?.Next?.Next?.SaveAsync()|]; }");

    [Fact]
    public Task A_delegate_and_an_element() => Verified("async Task M(Node node, List<Node>? all) { await [|node.Callback?.Invoke()|]; await [|all?[0].SaveAsync()|]; }");

    [Fact]
    public Task A_configured_task() => Verified("async Task M(Node? node) { await ([|node?.SaveAsync()|]).ConfigureAwait(false); } async Task N(Node? node) { await ([|node?.CountAsync()|])!; }");

    [Fact]
    public Task In_lambdas_and_expression_bodies() => Verified("async Task M(Node? node) => await [|node?.SaveAsync()|]; Func<Node?, Task> F() => async node => await [|node?.SaveAsync()|];");

    [Fact]
    public Task Without_a_nullable_context() => VerifiedWithoutNullable("async Task M(Node node) { await [|node?.SaveAsync()|]; }");

    [Fact]
    public Task The_message_names_what_may_be_null() => Verify.VerifyAsync(
        Code("async Task M(Node node) { await {|#0:node.Next?.SaveAsync()|}; }"), Verify.Diagnostic(0, "node.Next"));

    [Fact]
    public Task What_is_not_null_is_silent() => Verified(
        "async Task M(Node node) { await node?.SaveAsync()!; } async Task N(Node? node) { if (node == null) return; await node?.SaveAsync()!; } async Task O(Node? node) { node ??= new Node(); await node?.SaveAsync()!; }");

    [Fact]
    public Task A_task_in_place_of_null_is_silent() => Verified(
        "async Task M(Node? node) { await (node?.SaveAsync() ?? Task.CompletedTask); var n = await (node?.CountAsync() ?? Task.FromResult(0)); if (node?.SaveAsync() is { } task) await task; }");

    [Fact]
    public Task A_test_before_is_silent_without_a_nullable_context() => VerifiedWithoutNullable(
        "async Task M(Node node) { if (node != null) await node?.SaveAsync(); } async Task N(Node node) { if (node is null) return; await node?.SaveAsync(); } async Task<bool> O(Node node) => node != null && await node?.CountAsync() > 0;");

    [Fact]
    public Task Accesses_inside_the_expression_are_silent() => Verified(
        "static Task Save(Node? node) => Task.CompletedTask; async Task M(Node? node) { await Save(node?.Next); await Task.WhenAll(node?.SaveAsync() ?? Task.CompletedTask); }");

    [Fact]
    public Task An_awaiter_that_takes_null_is_silent() => Verify.VerifyAsync(
        Code("async Task M(Node? node) { await node?.Odd()!; }")
        + " public class Odd { } public static class Awaits { public static Odd Odd(this Node node) => new(); public static TaskAwaiter GetAwaiter(this Odd? odd) => Task.CompletedTask.GetAwaiter(); }");
}
