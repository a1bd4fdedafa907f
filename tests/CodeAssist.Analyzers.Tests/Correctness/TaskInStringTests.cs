using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.TaskInStringAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class TaskInStringTests
{
    [Fact]
    public Task A_parsed_query_string_has_a_text() => Verify.VerifyAsync(
        """
        using System.Web;
        class C
        {
            string M(string query)
            {
                var parsed = HttpUtility.ParseQueryString(query);
                parsed.Remove("page");
                return $"?{parsed}";
            }
        }
        """);

    [Theory]
    [InlineData("task")]
    [InlineData("taskOf")]
    [InlineData("valueTask")]
    [InlineData("valueTaskOf")]
    [InlineData("WorkAsync()")]
    [InlineData("lazy")]
    [InlineData("list.Where(n => n > 0)")]
    [InlineData("list.OrderBy(n => n)")]
    [InlineData("array")]
    [InlineData("list")]
    [InlineData("map")]
    [InlineData("action")]
    [InlineData("new Sealed()")]
    [InlineData("new Struct()")]
    [InlineData("maybe")]
    public Task In_strings_of_every_make(string value) => Verify.VerifyAsync(Source(
        $$"""
        text = $"a {[|{{value}}|]} b";
        text = $"{[|{{value}}|],10}";
        text = "a " + [|{{value}}|];
        text = [|{{value}}|] + " b";
        text += [|{{value}}|];
        text = string.Format("{0}", [|{{value}}|]);
        """));

    [Fact]
    public Task In_the_framework_s_own_handlers() => Verify.VerifyAsync(Source(
        """
        new System.Text.StringBuilder().Append($"{[|task|]}");
        object o = $"{[|task|]}";
        Use($"{[|task|]}");
        """));

    [Fact]
    public Task The_message_names_value_and_type() => Verify.VerifyAsync(
        Source("text = \"a\" + {|#0:taskOf|};"),
        Verify.Diagnostic(0, "taskOf", "Task<int>"));

    [Theory]
    [InlineData("await taskOf")]
    [InlineData("task.Id")]
    [InlineData("nameof(task)")]
    [InlineData("task.GetType()")]
    [InlineData("task.Status")]
    [InlineData("new System.Exception()")]
    [InlineData("new { A = 1 }")]
    [InlineData("(1, 2)")]
    [InlineData("new Record(1)")]
    [InlineData("new RecordStruct(1)")]
    [InlineData("new Open()")]
    [InlineData("new Text()")]
    [InlineData("new Derived()")]
    [InlineData("abstraction")]
    [InlineData("anything")]
    [InlineData("string.Join(\", \", lazy)")]
    [InlineData("System.DayOfWeek.Monday")]
    [InlineData("System.Guid.Empty")]
    [InlineData("(int?)1")]
    [InlineData("new System.Uri(text)")]
    [InlineData("new System.Text.StringBuilder()")]
    [InlineData("new System.Version(1, 2)")]
    [InlineData("default(System.ReadOnlyMemory<char>)")]
    public Task Values_with_a_text(string value) => Verify.VerifyAsync(Source(
        $$"""
        text = $"a {({{value}})} b";
        text = "a " + {{value}};
        """));

    [Fact]
    public Task Type_parameters_are_silent() => Verify.VerifyAsync(
        """
        class C<T>
        {
            string M(T value) => $"{value}" + value;
        }
        """);

    [Fact]
    public Task Formattable_strings_and_own_handlers_are_silent() => Verify.VerifyAsync(Source(
        """
        System.FormattableString query = $"select {list}";
        System.IFormattable other = $"select {list}";
        Own($"select {list}");
        """));

    [Fact]
    public Task Debug_views_are_silent() => Verify.VerifyAsync(
        """
        using System.Threading.Tasks;

        class C
        {
            private Task _task = Task.CompletedTask;
            private string DebuggerDisplay => $"{_task}";
            internal class DebugView { string M(Task t) => $"{t}"; }
        }
        """);

    [Theory]
    [InlineData("System.Console.WriteLine([|task|]);")]
    [InlineData("System.Console.WriteLine(\"{0}\", [|lazy|]);")]
    [InlineData("System.Console.Out.Write([|taskOf|]);")]
    [InlineData("new System.Text.StringBuilder().Append([|taskOf|]).AppendFormat(\"{0} {1}\", text, [|list|]);")]
    [InlineData("text = string.Concat(\"a\", [|task|]);")]
    [InlineData("text = string.Join(\",\", 1, [|task|]);")]
    [InlineData("text = [|taskOf|].ToString() + [|array|].ToString();")]
    public Task Calls_that_make_a_text(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("System.Console.WriteLine(text); System.Console.Write(anything);")]
    [InlineData("text = string.Join(\",\", list) + string.Concat(lazy);")]
    [InlineData("new System.Text.StringBuilder().AppendJoin(',', lazy).Append(text);")]
    [InlineData("text = lazy.AsQueryable().Where(n => n > 1).ToString();")]
    [InlineData("text = anything.ToString() + text.ToString() + abstraction.ToString();")]
    public Task Calls_that_know_what_to_do_are_silent(string statements) => Verify.VerifyAsync(Source(statements));

    private static string Source(string statements) =>
        $$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        sealed class Sealed { }
        struct Struct { }
        class Open { }
        sealed class Text { public override string ToString() => ""; }
        class Base { public override string ToString() => ""; }
        sealed class Derived : Base { }
        interface IAbstraction { }
        record Record(int A);
        record struct RecordStruct(int A);

        [InterpolatedStringHandler]
        struct Handler
        {
            public Handler(int literals, int holes) { }
            public void AppendLiteral(string text) { }
            public void AppendFormatted(object value) { }
        }

        class C
        {
            async Task M(
                Task task, Task<int> taskOf, ValueTask valueTask, ValueTask<int> valueTaskOf, IEnumerable<int> lazy, List<int> list, int[] array,
                Dictionary<string, int> map, System.Action action, Struct? maybe, IAbstraction abstraction, object anything, string text)
            {
                {{statements}}
                await task;
            }

            static Task<int> WorkAsync() => Task.FromResult(1);
            static void Use(string text) { }
            static void Own(Handler handler) { }
        }
        """;
}
