using System.Diagnostics;
using System.Globalization;
using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Suites.HumanEval;
using CodeAssist.Testing;

namespace CodeAssist.Benchmarks.Evaluating;

/// <summary>
/// <c>eval</c>: how long <c>codeassist eval humaneval-cs</c> takes with a model that answers at once, from the start of
/// the process to its end, and beside it, in the same run, one <c>dotnet run</c> for each of some of the same programs.
/// </summary>
internal static class ThroughputRun
{
    // Compiles in every task; few assertions hold.
    private const string Body = "        return default;\n    }\n";

    private static readonly string[] Own = ["CODEASSIST_ENDPOINT", "CODEASSIST_MODEL", "CODEASSIST_KIND", "CODEASSIST_API_KEY"];

    /// <summary>Measures.</summary>
    /// <param name="data">The tasks, in MultiPL-E's form.</param>
    /// <param name="alone">How many programs get a <c>dotnet run</c> of their own.</param>
    public static async Task RunAsync(string data, int alone)
    {
        await using var server = await ScriptedModelServer.StartAsync(request => ScriptedResponse.Text(Answer(request.Messages[^1].Text)));
        var watch = Stopwatch.StartNew();
        var (exit, output) = await ProcessAsync(
            Path.GetTempPath(), new() { ["CODEASSIST_ENDPOINT"] = server.Endpoint.ToString(), ["CODEASSIST_MODEL"] = "instant" },
            typeof(Cli.Cli).Assembly.Location, "eval", "humaneval-cs", "--data", data, "--model", "env");
        var together = watch.Elapsed;
        Console.WriteLine(output);
        if (exit != 0)
            throw new InvalidOperationException("eval did not end well.");

        var tasks = server.Requests.Count;
        var single = await OneByOneAsync(data, alone);
        var each = together / tasks;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors. eval: {tasks} tasks in {together.TotalSeconds:F1} s, {each.TotalMilliseconds:F0} ms each. dotnet run: {alone} programs, {single.TotalMilliseconds:F0} ms each. Ratio: {single / each:F1}"));
    }

    // A project that is restored and was built once: what is measured is the build of one file, and its run.
    private static async Task<TimeSpan> OneByOneAsync(string data, int count)
    {
        using var scratch = new Scratch();
        scratch.Write("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        var programs = await ProgramsAsync(data, count + 1);
        scratch.Write("Program.cs", programs[0]);
        await ProcessAsync(scratch.Folder, [], "run");
        var watch = Stopwatch.StartNew();
        foreach (var program in programs[1..])
        {
            scratch.Write("Program.cs", program);
            await ProcessAsync(scratch.Folder, [], "run");
        }

        return watch.Elapsed / count;
    }

    private static async Task<List<string>> ProgramsAsync(string data, int count)
    {
        var content = await new HumanEvalSuite(data, Baseline.Of(Baseline.Nothing)!, null!).LoadAsync(CancellationToken.None);
        return [.. content.Tasks.Take(count).Select(task => HumanEvalProgram.Of((HumanEvalTask)task, new Answer(Body, AnswerForm.Completion))!.Source)];
    }

    // The prompt holds the program up to the body that is to be written.
    private static string Answer(string prompt)
    {
        var start = prompt[(prompt.IndexOf("```cs\n", StringComparison.Ordinal) + 6)..];
        return "```cs\n" + start[..start.LastIndexOf("```", StringComparison.Ordinal)] + Body + "}\n```";
    }

    private static async Task<(int Exit, string Output)> ProcessAsync(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Own)
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
