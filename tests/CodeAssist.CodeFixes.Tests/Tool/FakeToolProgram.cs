using System.Text.Json.Nodes;
using CodeAssist.CodeFixes.Tool;

namespace CodeAssist.CodeFixes.Tests.Tool;

/// <summary>
/// The entry of this assembly as a process of its own: <c>dotnet CodeAssist.CodeFixes.Tests.dll host</c> speaks the tool's
/// side of the protocol, by the script that stands in the environment; with <c>ide</c> it is a program that has loaded the
/// code fix, and starts the tool that the environment names.
/// </summary>
internal static class FakeToolProgram
{
    public const string Script = "CODEASSIST_TEST_SCRIPT";

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["ide"])
            return await IdeAsync();
        if (arguments is not ["host"])
            return 2;
        var script = Environment.GetEnvironmentVariable(Script);
        if (script == "dies")
        {
            Console.Error.WriteLine("something broke in here");
            return 1;
        }

        await using var output = Console.OpenStandardOutput();
        using var input = new StreamReader(Console.OpenStandardInput());
        while (input.ReadLine() is { } line)
        {
            // The longest silence of a tool that hangs: until its input closes.
            if (script == "hangs")
                continue;
            var message = JsonNode.Parse(line)!;
            var answer = (string?)message["type"] switch
            {
                "hello" => Hello(script),
                "ask" => FakeTool.Reply("heard: " + (string?)message["messages"]![0]!["text"]),
                _ => null,
            };
            if (answer is null)
                continue;
            if (message["id"] is { } id)
                answer["id"] = (int)id;
            await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString() + "\n"));
            await output.FlushAsync();
        }

        return 0;
    }

    private static JsonObject Hello(string? script)
    {
        var hello = FakeTool.GoodHello();
        if (int.TryParse(script, out var protocol))
            hello["protocol"] = protocol;
        return hello;
    }

    private static async Task<int> IdeAsync()
    {
        var host = new ToolHost(new ToolLocator(Environment.GetEnvironmentVariable, Path.GetTempPath()), new ToolProcess(Environment.GetEnvironmentVariable), TimeSpan.FromMinutes(2));
        var state = await host.StateAsync();
        Console.WriteLine(state.OffReason ?? "connected");

        // Until it is ended, or nobody is left who could.
        Console.In.ReadLine();
        GC.KeepAlive(host);
        return 0;
    }
}
