using System.Text.Json.Nodes;

namespace CodeAssist.CodeFixes.Tests.Tool;

/// <summary>
/// The entry of this assembly as a process of its own: <c>dotnet CodeAssist.CodeFixes.Tests.dll host</c> speaks the tool's
/// side of the protocol, by the script that stands in the environment.
/// </summary>
internal static class FakeToolProgram
{
    public const string Script = "CODEASSIST_TEST_SCRIPT";

    public static int Main(string[] arguments)
    {
        if (arguments is not ["host"])
            return 2;
        var script = Environment.GetEnvironmentVariable(Script);
        if (script == "dies")
        {
            Console.Error.WriteLine("something broke in here");
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        using var input = new StreamReader(Console.OpenStandardInput());
        while (input.ReadLine() is { } line)
        {
            // The longest silence of a tool that hangs: until its input closes.
            if (script == "hangs")
                continue;
            var message = JsonNode.Parse(line)!;
            var answer = (string?)message["type"] switch
            {
                "hello" => FakeTool.GoodHello(),
                "ask" => FakeTool.Reply("heard: " + (string?)message["messages"]![0]!["text"]),
                _ => null,
            };
            if (answer is null)
                continue;
            if (message["id"] is { } id)
                answer["id"] = (int)id;
            output.Write(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString() + "\n"));
            output.Flush();
        }

        return 0;
    }
}
