namespace CodeAssist.Repair.Tests.BuiltIn;

public class TaskInStringTemplateTests
{
    private const string Id = "CDA1027";

    [Theory]
    [InlineData("$\"a {task} b\"", "$\"a {await task} b\"")]
    [InlineData("$\"{task,10:N2}\"", "$\"{await task,10:N2}\"")]
    [InlineData("\"a\" + task + \"b\"", "\"a\" + await task + \"b\"")]
    [InlineData("task + \"b\" // sum", "await task + \"b\" // sum")]
    [InlineData("string.Format(\"{0}\", GetAsync())", "string.Format(\"{0}\", await GetAsync())")]
    [InlineData("string.Concat(\"a\", task)", "string.Concat(\"a\", await task)")]
    [InlineData("$\"{GetValueAsync()}\"", "$\"{await GetValueAsync()}\"")]
    public Task A_task_is_awaited(string before, string after) => RepairVerifier.RepairsAsync(Id, Source("async Task<string>", before), Source("async Task<string>", after));

    [Theory]
    [InlineData("async Task<string>", "task.ToString()")]
    [InlineData("async Task<string>", "$\"{plain}\"")]
    [InlineData("async Task<string>", "$\"{valueTask}\"")]
    [InlineData("async Task<string>", "$\"{list}\"")]
    [InlineData("async Task<string>", "new System.Func<string>(() => $\"{task}\")()")]
    [InlineData("string", "$\"{task}\"")]
    public Task Others_get_no_template(string type, string expression) => RepairVerifier.OffersNothingAsync(Id, Source(type, expression));

    private static string Source(string type, string expression) =>
        $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            {{type}} M(Task<int> task, ValueTask<int> valueTask, Task plain, List<int> list)
            {
                {{(type == "string" ? "" : "await Task.Yield();")}}
                return {{expression}}
                    ;
            }

            static Task<int> GetAsync() => Task.FromResult(1);
            static ValueTask<int> GetValueAsync() => new(1);
        }
        """;
}
