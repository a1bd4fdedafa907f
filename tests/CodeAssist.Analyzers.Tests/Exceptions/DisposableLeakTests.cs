using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Exceptions.DisposableLeakAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Exceptions;

public class DisposableLeakTests
{
    private static Task InMethod(string statements, string type = "void", string members = "") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        class R : IDisposable
        {
            public int Size { get; set; }
            public R Self => this;
            public event Action? Gone;
            public void Use() => Gone?.Invoke();
            public string Read() => "";
            public Task<int> ReadAsync() => Task.FromResult(1);
            public IEnumerable<int> Lines() => [];
            public void Dispose() { }
        }
        class Owner(IDisposable inner) { public IDisposable Inner => inner; }

        class C
        {
            R? _field;
            static void Take(object o) { }
            static R Create() => new();

            {{type}} M(string path, Stream given)
            {
                {{statements}}
            }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("var r = [|new R()|]; r.Use();")]
    [InlineData("R r = [|new()|]; r.Size = 3; r.Use();")]
    [InlineData("IDisposable r = [|new R { Size = 1 }|]; if (r != null) Console.WriteLine(r);")]
    [InlineData("var s = [|new FileStream(path, FileMode.Open)|]; s.ReadByte();")]
    [InlineData("var s = [|File.OpenRead(path)|]; Console.WriteLine($\"{s.Length}\");")]
    [InlineData("var s = [|File.OpenRead(path)|]; s.CopyTo(given);")]
    [InlineData("var s = [|new StreamReader(File.OpenRead(path))|]; s.ReadLine();")]
    [InlineData("var unused = [|new R()|];")]
    [InlineData("if (path == \"\") { var r = [|new R()|]; r.Use(); }")]
    [InlineData("Action a = () => { var r = [|new R()|]; r.Use(); }; a();")]
    [InlineData("var s = [|File.OpenRead(path)|]; Take(System.Text.Json.JsonSerializer.Deserialize<int>(s));")]
    [InlineData("var r = [|new R()|]; r.Self.Self.Use();")]
    [InlineData("var h = [|System.Security.Cryptography.SHA256.Create()|]; h.ComputeHash(new byte[1]);")]
    [InlineData("var x = [|System.Xml.XmlReader.Create(path)|]; x.Read();")]
    public Task Created_and_only_used(string statements) => InMethod(statements);

    [Theory]
    [InlineData("var x = System.Xml.XmlReader.Create(given); x.Read();")]
    [InlineData("var x = System.Xml.XmlReader.Create(new StringReader(path)); x.Read();")]
    [InlineData("var s = new StreamReader(new MemoryStream()); s.Read();")]
    [InlineData("var one = new Mutex(true, path); Console.ReadLine(); GC.KeepAlive(one);")]
    [InlineData("var random = System.Security.Cryptography.RandomNumberGenerator.Create(); random.GetBytes(new byte[1]);")]
    public Task Nothing_of_its_own_to_free_and_what_is_kept_alive_are_silent(string statements) => InMethod(statements);

    [Fact]
    public Task A_value_that_is_read_and_returned() => InMethod("var r = [|new R()|]; return r.Read();", "string");

    [Fact]
    public Task An_awaited_value() => InMethod("var r = [|new R()|]; return await r.ReadAsync().ConfigureAwait(false);", "async Task<int>");

    [Fact]
    public Task A_creation_over_several_lines_is_shown_on_its_first() => InMethod(
        """
        var s = [|new FileStream|](
                    path,
                    FileMode.Open);
                s.ReadByte();
        """);

    [Fact]
    public Task Top_level_and_expression_bodies() => Verify.VerifyAsync(
        """
        using System.IO;
        var s = [|new StreamReader("x")|];
        System.Console.WriteLine(s.ReadLine());
        """,
        test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task The_message_names_the_variable() => Verify.VerifyAsync(
        """
        class C
        {
            void M() { var input = {|#0:System.IO.File.OpenText("x")|}; input.ReadLine(); }
        }
        """,
        Verify.Diagnostic(0, "input"));

    [Theory]
    [InlineData("var r = new R(); r.Dispose();")]
    [InlineData("var r = new R(); try { r.Use(); } finally { r?.Dispose(); }")]
    [InlineData("using var r = new R(); r.Use();")]
    [InlineData("using (var r = new R()) r.Use();")]
    [InlineData("var r = new R(); using (r) r.Use();")]
    [InlineData("var s = File.OpenRead(path); s.Close();")]
    [InlineData("var r = new R(); ((IDisposable)r).Dispose();")]
    public Task Disposed_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("var r = new R(); return r;")]
    [InlineData("var r = new R(); return (r, 1);")]
    [InlineData("var r = new R(); return new { r };")]
    [InlineData("var r = new R(); return path == \"\" ? r : null!;")]
    [InlineData("var r = new R(); return r.Lines();")]
    [InlineData("var r = new R(); return r.ReadAsync();")]
    [InlineData("var r = new R(); return r.Self;")]
    public Task Returned_is_silent(string statements) => InMethod(statements, "object");

    [Fact]
    public Task Yielded_is_silent() => InMethod("var r = new R(); yield return r;", "IEnumerable<R>");

    [Theory]
    [InlineData("var r = new R(); _field = r;")]
    [InlineData("var r = new R(); _field ??= r;")]
    [InlineData("var r = new R(); var other = r; other.Use();")]
    [InlineData("var r = new R(); R[] all = [r]; Take(all);")]
    [InlineData("var r = new R(); r = Create(); r.Use();")]
    public Task Stored_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("var r = new R(); Action a = () => r.Use(); a();")]
    [InlineData("var r = new R(); Action a = r.Use; a();")]
    [InlineData("var r = new R(); r.Gone += () => { }; r.Use();")]
    [InlineData("var r = new R(); void F() => r.Use(); F();")]
    public Task Captured_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("var r = new R(); Take(new Owner(r));")]
    [InlineData("var r = new R(); Take(r);")]
    [InlineData("var r = new R(); new List<R>().Add(r);")]
    [InlineData("var inner = File.OpenRead(path); using var reader = new StreamReader(inner); reader.Read();")]
    [InlineData("var r = new R(); Take(r.Self);")]
    public Task Passed_to_an_owner_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("var t = new Task(() => { }); t.Start();")]
    [InlineData("var c = new HttpClient(); c.CancelPendingRequests();")]
    [InlineData("var t = new DataTable(); t.Clear();")]
    [InlineData("var s = new MemoryStream(); s.ReadByte();")]
    [InlineData("var s = new StringReader(path); s.Read();")]
    [InlineData("var s = new StringWriter(); s.Write(1);")]
    [InlineData("var s = new CancellationTokenSource(); s.Cancel();")]
    [InlineData("var s = new SemaphoreSlim(1); s.Release();")]
    public Task Types_with_nothing_to_free_are_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("var reader = new StreamReader(given); reader.ReadLine();")]
    [InlineData("using var s = File.OpenRead(path); var reader = new BinaryReader(s); reader.ReadByte();")]
    public Task A_wrapper_of_something_that_has_an_owner_is_silent(string statements) => InMethod(statements);

    [Fact]
    public Task Structs_and_results_of_other_methods_are_silent() => InMethod(
        "var e = new E(); e.Use(); var r = Create(); r.Use();",
        members: "struct E : IDisposable { public void Use() { } public void Dispose() { } }");

    [Fact]
    public Task Test_projects_are_silent() => Verify.VerifyAsync(
        """class C { void M() { var s = System.IO.File.OpenRead("x"); s.ReadByte(); } }""",
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));
}
