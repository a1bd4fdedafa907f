using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Concurrency.AsyncVoidMethodAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Concurrency;

public class AsyncVoidMethodTests
{
    private static string Code(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Threading.Tasks;

        public interface IStep { void Run(); }
        public abstract class Base { protected abstract void Load(); }

        public class C
        {
            static Task SaveAsync() => Task.CompletedTask;
            static void Take(Action action) => action();
            public event Action? Changed;
            void Raise() => Changed?.Invoke();

            {{members}}
        }
        """;

    private static Task Verified(string members) => Verify.VerifyAsync(Code(members));

    [Fact]
    public Task A_method() => Verified("public async void [|Save|]() { await SaveAsync(); } private async void [|Load|](string path) => await Task.Delay(path.Length);");

    [Fact]
    public Task A_called_method() => Verified("async void [|Save|]() => await SaveAsync(); void M() { Save(); this.Save(); Console.WriteLine(nameof(Save)); }");

    [Fact]
    public Task Static_generic_and_virtual_methods() => Verified(
        "static async void [|A|]() => await SaveAsync(); async void [|B|]<T>(T t) => await SaveAsync(); protected virtual async void [|D|]() => await SaveAsync(); async void [|Once|]() => await SaveAsync();");

    [Fact]
    public Task A_local_function() => Verified("void M() { Local(); async void [|Local|]() { await SaveAsync(); } }");

    [Fact]
    public Task The_message_names_the_method() => Verify.VerifyAsync(Code("public async void {|#0:Save|}() { await SaveAsync(); }"), Verify.Diagnostic(0, "Save"));

    [Fact]
    public Task Handlers_are_silent() => Verified(
        "async void Button_Click(object sender, EventArgs e) => await SaveAsync(); async void Closing(object? sender, CancelEventArgs e) => await SaveAsync(); async void Handle<TEventArgs>(object s, TEventArgs e) => await SaveAsync(); async void Only(EventArgs e) => await SaveAsync();");

    [Fact]
    public Task Methods_used_as_delegates_are_silent() => Verified(
        "async void A() => await SaveAsync(); async void B() => await SaveAsync(); async void D() => await SaveAsync(); internal async void E() => await SaveAsync(); Action F() { Changed += A; Take(this.B); Action d = D; return d; } class Other { void M(C c) { c.Changed += c.E; } }");

    [Fact]
    public Task Methods_used_as_delegates_in_another_file_are_silent() => Verify.VerifyAsync(
        Code("public async void Refresh() => await SaveAsync();"),
        test => test.TestState.Sources.Add("class Other { void M(C c) { c.Changed += c.Refresh; } }"));

    [Fact]
    public Task A_local_function_used_as_a_delegate_is_silent() => Verified("void M() { Changed += Local; async void Local() { await SaveAsync(); } }");

    [Fact]
    public Task Overrides_and_implementations_are_silent() => Verified(
        "class D : Base { protected override async void Load() => await SaveAsync(); } class S : IStep { public async void Run() => await SaveAsync(); } class X : IStep { async void IStep.Run() => await SaveAsync(); }");

    [Fact]
    public Task Methods_named_On_are_silent() => Verified("async void OnLoaded() => await SaveAsync(); protected async void OnNavigatedTo(string page) => await Task.Delay(page.Length);");

    [Fact]
    public Task Extensions_of_tasks_that_look_after_them_are_silent() => Verify.VerifyAsync(
        "using System.Threading.Tasks; static class Extensions { public static async void Forget(this Task task) => await task; public static async void [|Send|](this string text) => await Task.Delay(text.Length); }");

    [Fact]
    public Task Partial_methods_are_silent() => Verify.VerifyAsync(
        "using System.Threading.Tasks; partial class C { partial void Loaded(); } partial class C { async partial void Loaded() { await Task.Delay(1); } }");

    [Fact]
    public Task Other_async_methods_are_silent() => Verified("async Task A() => await SaveAsync(); async ValueTask<int> B() { await SaveAsync(); return 1; } void D() { } async IAsyncEnumerable<int> E() { await SaveAsync(); yield return 1; }");
}
